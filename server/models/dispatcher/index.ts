import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { abortError } from "../abort-error";
import { EngineError, type Engine, type GenerateResult } from "../engine";
import { createAlarm } from "./alarm";
import type { Call, NamedEngine, Question, Replica } from "./call";
import type { AskOptions, Dispatcher } from "./dispatcher-types";
import { watchOutages } from "./outages";
import { createQueues } from "./queues";
import { createReplica, isUp, statsOf } from "./replica";
import { isEngineDown, retryDelay } from "./retry";
import { watchRoom } from "./room";
import { watchSignals } from "./signals";
import { createTenants } from "./tenants";

export type { Dispatcher } from "./dispatcher-types";
export type { NamedEngine } from "./call";

interface DispatcherDeps {
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Keeps the engines of one model full. In each the deepest prefix of the problem served last goes first, then the problem nearest
 * its end. Tenants have equal parts of the generated tokens. A replica that is down gives its calls to the others and is taken
 * back when it answers again; calls fail only when none is left.
 */
export function createDispatcher(engines: Engine | readonly NamedEngine[], deps: DispatcherDeps): Dispatcher {
  const { clock, logger } = deps;
  const named = "generate" in engines ? [{ name: "engine", engine: engines }] : engines;
  const replicas = named.map(createReplica);
  const tenants = createTenants();
  const queues = createQueues(replicas, tenants);
  const outages = watchOutages(replicas, { clock, logger, onChange: pumpSoon });
  const signals = watchSignals<Call>(takeBack);
  const room = watchRoom(replicas, tenants);
  const alarm = createAlarm(clock, pump);
  let submitted = 0;
  let pumpIsDue = false;

  /** After all that an answer leads to: what its problem asks next should be among the calls to choose from. */
  function pumpSoon(): void {
    if (pumpIsDue) return;
    pumpIsDue = true;
    setImmediate(() => {
      pumpIsDue = false;
      pump();
    });
  }

  function pump(): void {
    const now = clock.now();
    queues.wake(now);
    if (tenants.isBusy()) outages.check(now);
    const ready = replicas.filter(({ holdUntil }) => holdUntil <= now);
    for (const replica of ready) fill(replica, (one) => queues.next(one));
    // Better a cold cache than an idle engine; but first each takes its own.
    for (const replica of ready) fill(replica, (one) => queues.nextFromOthers(one));
    for (const replica of replicas) replica.hot = [];
    const holds = replicas.map(({ holdUntil }) => (holdUntil > now ? holdUntil : Infinity));
    const due = tenants.isBusy() ? (outages.nextAt() ?? Infinity) : Infinity;
    const next = Math.min(queues.nextAt() ?? Infinity, due, ...holds);
    alarm.set(next === Infinity ? null : next);
    room.offer();
  }

  function fill(replica: Replica, next: (replica: Replica) => Call | null): void {
    for (let call = next(replica); call !== null; call = next(replica)) {
      send(call, replica).catch(call.reject);
    }
  }

  async function send(call: Call, replica: Replica): Promise<void> {
    const control = new AbortController();
    const sentAt = clock.now();
    call.place = { kind: "sent", control };
    call.attempts += 1;
    call.firstSentAt ??= sentAt;
    let atWork = call.samples;
    if (replica.attempts.size === 0) replica.heardAt = sentAt;
    replica.attempts.add(control);
    replica.inFlight += atWork;
    const charge = tenants.sent(call.tenant, atWork);
    const leave = (samples: number): void => {
      atWork -= samples;
      replica.inFlight -= samples;
      call.tenant.samplesInFlight -= samples;
      pumpSoon();
    };
    const onSample = (): void => {
      if (atWork > 1) leave(1);
    };
    try {
      const tokens = await call.question(replica.engine, control.signal, onSample);
      const now = clock.now();
      const held = queues.isHeldBack(replica);
      const { samples, prefixKey } = call;
      leave(atWork);
      replica.answered += 1;
      replica.hot.push(prefixKey);
      replica.limit.answered({ samples, tokens: tokens ?? 0, sentAt, now, held });
      outages.answered(replica);
      tenants.answered(charge, tokens);
      over(call).resolve(now - call.firstSentAt);
    } catch (error) {
      leave(atWork);
      tenants.failed(charge);
      failed(call, { replica, error: control.signal.aborted ? control.signal.reason : error, sentAt });
    } finally {
      replica.attempts.delete(control);
    }
  }

  function failed(call: Call, how: { replica: Replica; error: unknown; sentAt: number }): void {
    const { replica, error } = how;
    if (call.signal.aborted) {
      over(call).reject(abortError(call.signal));
      return;
    }
    replica.failures += 1;
    replica.lastError = errorMessage(error);
    if (isEngineDown(error)) {
      tryElsewhere(call, { replica, error });
      return;
    }
    const now = clock.now();
    if (error instanceof EngineError && (error.kind === "overloaded" || error.kind === "timeout"))
      replica.limit.overloaded(how.sentAt, now);
    const delay = retryDelay(error, call.attempts, call.key);
    if (delay === null) {
      over(call).reject(error);
      return;
    }
    logger.debug(
      { key: call.key, attempt: call.attempts, delay, reason: errorMessage(error) },
      "will try again",
    );
    if (error instanceof EngineError && error.retryAfterMs !== undefined)
      replica.holdUntil = Math.max(replica.holdUntil, now + delay);
    call.failedOn = replica;
    // While there are others that it has not tried, there is nothing to wait for.
    const others = replicas.filter((one) => one !== replica && isUp(one)).length;
    call.notBefore = call.attempts <= others ? now : now + delay;
    queues.delay(call);
  }

  function tryElsewhere(call: Call, { replica, error }: { replica: Replica; error: EngineError }): void {
    outages.failed(replica, error);
    call.refusedBy.add(replica);
    // That the replica was down is no fault of the call's.
    call.attempts -= 1;
    if (queues.add(call)) {
      if (replicas.some(isUp)) queues.moveAwayFrom(replica);
      return;
    }
    const all = [call, ...queues.drain()];
    for (const each of all) over(each).reject(error);
    logger.warn({ kind: error.kind, calls: all.length, reason: error.message }, "no engine is left");
  }

  /** Ends a call; what it gives is to be used at once. */
  function over(call: Call): Pick<Call, "resolve" | "reject"> {
    call.place = { kind: "nowhere" };
    signals.unwatch(call.signal, call);
    return call;
  }

  function takeBack(call: Call): void {
    const { place } = call;
    if (place.kind === "sent") {
      place.control.abort(call.signal.reason);
      return;
    }
    if (place.kind !== "nowhere") queues.remove(call);
    over(call).reject(abortError(call.signal));
    pumpSoon();
  }

  /** @returns milliseconds from the first sending to the answer */
  function put(question: Question, options: AskOptions): Promise<number> {
    const { key, depth, problemPosition, signal, weight = 1, tenant = "" } = options;
    if (signal.aborted) return Promise.reject(abortError(signal));
    return new Promise((resolve, reject) => {
      const call: Call = {
        key,
        question,
        samples: weight,
        tenant: tenants.named(tenant),
        prefixKey: options.prefixKey ?? `${tenant}/${problemPosition}`,
        depth,
        problemPosition,
        sequence: submitted++,
        signal,
        resolve,
        reject,
        place: { kind: "nowhere" },
        attempts: 0,
        firstSentAt: null,
        notBefore: 0,
        refusedBy: new Set(),
        failedOn: null,
      };
      signals.watch(signal, call);
      queues.add(call);
      pumpSoon();
    });
  }

  return {
    async submit(request, options) {
      const answer = kept<GenerateResult>();
      const durationMs = await put(
        async (engine, signal, onSample) => {
          const result = answer.keep(await engine.generate(request, signal, onSample));
          return result.generations.reduce((sum, { tokens }) => sum + tokens, 0);
        },
        { ...options, key: request.key, weight: request.n },
      );
      return { ...answer.value(), durationMs };
    },
    async ask(question, options) {
      const answer = kept<Awaited<ReturnType<typeof question>>>();
      await put(async (engine, signal) => {
        answer.keep(await question(engine, signal));
        return null;
      }, options);
      return answer.value();
    },
    setLimits(tenant, limits) {
      tenants.setLimits(tenant, limits);
      pumpSoon();
    },
    forget(tenant) {
      const gone = tenants.forget(tenant);
      if (gone !== null) for (const { lines } of replicas) lines.delete(gone);
    },
    loadOf: (tenant) => tenants.loadOf(tenant),
    whenFree: (tenant, signal) => room.whenFree(tenants.named(tenant), signal),
    stats() {
      const all = replicas.map(statsOf);
      const up = all.filter(({ state }) => state === "up");
      return {
        inFlight: all.reduce((sum, { inFlight }) => sum + inFlight, 0),
        waiting: tenants.callsWaiting(),
        limit: up.reduce((sum, { limit }) => sum + limit, 0),
        replicas: all,
      };
    },
  };
}

/** Holds the value of the attempt that succeeded. */
function kept<T>(): { keep(value: T): T; value(): T } {
  let held: { readonly value: T } | null = null;
  return {
    keep(value) {
      held = { value };
      return value;
    },
    value() {
      if (held === null) throw new Error("The call ended without an answer.");
      return held.value;
    },
  };
}

import { setMaxListeners } from "node:events";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { EngineError, type Engine, type GenerateRequest, type GenerateResult } from "../engine";
import { createAlarm } from "./alarm";
import { adaptiveLimit, fixedLimit } from "./in-flight-limit";
import { compareCalls, type Priority } from "./order";
import { isEngineDown, retryDelay } from "./retry";
import { abortError } from "../abort-error";

interface SubmitOptions {
  readonly depth: number;
  readonly problemPosition: number;
  readonly signal: AbortSignal;
}

interface DispatchedResult extends GenerateResult {
  /** From the first sending to the last token, retries included. */
  readonly durationMs: number;
}

interface DispatcherStats {
  /** Samples that the engine works on. */
  readonly inFlight: number;
  /** Calls that wait, those between two attempts included. */
  readonly waiting: number;
  /** Samples that may be in flight now. */
  readonly limit: number;
}

export interface Dispatcher {
  /**
   * Sends a request when its turn comes and tries again what can be tried again.
   * @throws EngineError, the last one, once attempts are used up; at once when the engine is down (also for all that wait)
   * @throws the signal's reason when aborted; what still waits is then never sent
   */
  submit(request: GenerateRequest, options: SubmitOptions): Promise<DispatchedResult>;
  stats(): DispatcherStats;
}

interface Call extends Priority {
  readonly request: GenerateRequest;
  readonly signal: AbortSignal;
  attempts: number;
  firstSentAt: number | null;
  /** Not before this time. */
  notBefore: number;
  readonly resolve: (result: DispatchedResult) => void;
  readonly reject: (reason: unknown) => void;
}

/** Keeps one engine full: deepest prefix first, within the engine's width, which it looks for where nobody tells it. */
export function createDispatcher(engine: Engine, deps: { clock: Clock; logger: Logger }): Dispatcher {
  const { clock, logger } = deps;
  const exact = engine.maxSequences === undefined;
  const limit = exact
    ? fixedLimit(engine.sequences)
    : adaptiveLimit(engine.sequences, engine.maxSequences ?? engine.sequences);
  const waiting = new Set<Call>();
  let inFlight = 0;
  let submitted = 0;
  /** The server asked everybody to wait until then. */
  let holdUntil = 0;

  const alarm = createAlarm(clock, pump);
  const dueAt = (call: Call): number => Math.max(call.notBefore, holdUntil);
  /** An exact engine queues the samples above its width itself, so that no sequence idles for want of a call that fits. */
  const fits = (call: Call): boolean =>
    inFlight === 0 || inFlight + (exact ? 1 : call.request.n) <= limit.current();

  function pump(): void {
    const now = clock.now();
    const ready = [...waiting].filter((call) => dueAt(call) <= now).toSorted(compareCalls);
    for (const call of ready) {
      if (!fits(call)) continue;
      waiting.delete(call);
      send(call).catch(call.reject);
    }
    const later = [...waiting].map(dueAt).filter((time) => time > now);
    alarm.set(later.length === 0 ? null : Math.min(...later));
  }

  async function send(call: Call): Promise<void> {
    const { request, signal } = call;
    call.attempts += 1;
    call.firstSentAt ??= clock.now();
    inFlight += request.n;
    try {
      const result = await engine.generate(request, signal);
      limit.answered(request.n, waiting.size > 0);
      call.resolve({ ...result, durationMs: clock.now() - call.firstSentAt });
    } catch (error) {
      failed(call, error);
    } finally {
      inFlight -= request.n;
      pump();
    }
  }

  function failed(call: Call, error: unknown): void {
    if (call.signal.aborted) {
      call.reject(abortError(call.signal));
      return;
    }
    if (isEngineDown(error)) {
      const all = [call, ...waiting];
      waiting.clear();
      for (const each of all) each.reject(error);
      logger.warn({ kind: error.kind, calls: all.length, reason: error.message }, "engine is down");
      return;
    }
    const overloaded = error instanceof EngineError && error.kind === "overloaded";
    if (overloaded) limit.overloaded();
    const delay = retryDelay(error, call.attempts, call.request.key);
    if (delay === null) {
      call.reject(error);
      return;
    }
    logger.debug(
      { key: call.request.key, attempt: call.attempts, delay, reason: errorMessage(error) },
      "will try again",
    );
    call.notBefore = clock.now() + delay;
    if (overloaded && error.retryAfterMs !== undefined) holdUntil = Math.max(holdUntil, call.notBefore);
    waiting.add(call);
  }

  return {
    stats: () => ({ inFlight, waiting: waiting.size, limit: limit.current() }),
    submit(request, { depth, problemPosition, signal }) {
      return new Promise((resolve, reject) => {
        // A run's one signal is waited on by all of its calls.
        setMaxListeners(0, signal);
        if (signal.aborted) {
          reject(abortError(signal));
          return;
        }
        const settle = (): void => {
          signal.removeEventListener("abort", abort);
        };
        const call: Call = {
          request,
          signal,
          depth,
          problemPosition,
          sequence: submitted++,
          attempts: 0,
          firstSentAt: null,
          notBefore: 0,
          resolve: (result) => {
            settle();
            resolve(result);
          },
          reject: (reason) => {
            settle();
            reject(reason);
          },
        };
        const abort = (): void => {
          if (!waiting.delete(call)) return;
          call.reject(abortError(signal));
          pump();
        };
        signal.addEventListener("abort", abort, { once: true });
        waiting.add(call);
        pump();
      });
    },
  };
}

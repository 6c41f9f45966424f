import type { Clock } from "@/server/foundation/clock";
import { DRAIN_POLL_MS } from "@/server/jobs/tunables";
import type { Load } from "@/server/models/dispatcher/dispatcher-types";
import type { OpenedModel } from "@/server/models/opened-model";

/** How a job was stopped, and what became of the samples in flight. */
export interface Stop<Reason extends string = string> {
  readonly reason: Reason;
  /** Samples that were let end and are recorded. */
  readonly finished: number;
  /** Samples that were cut off: their tokens are lost and not counted. */
  readonly ended: number;
}

/** Stops one job at work, at once or gently. */
export interface Steering<Reason extends string> {
  /** Aborted when the job must let go of what it still asks. */
  readonly signal: AbortSignal;
  /** Adds a model that the job asks, with the most samples of it in flight at once; null leaves it to the engine. */
  add(model: OpenedModel, maxInFlight: number | null): void;
  /** Ends everything at once. */
  interrupt(reason: Reason): void;
  /** Sends nothing new and lets what is in flight end, since its tokens are spent already; for `graceMs` at most. */
  drain(reason: Reason, graceMs: number): void;
  /** Goes on after all, within a limit. */
  resume(maxInFlight: number | null): void;
  /** What stopped it, once something did. */
  stopped(): Stop<Reason> | null;
  /** The job is over or let go of: forgets its place in the dispatchers. */
  end(): void;
}

/** @param tenant the job, as the dispatchers know it */
export function createSteering<Reason extends string>(tenant: string, clock: Clock): Steering<Reason> {
  const interrupted = new AbortController();
  const over = new AbortController();
  const models = new Map<string, OpenedModel>();
  let draining: { readonly reason: Reason; readonly given: AbortController } | null = null;
  let stop: Stop<Reason> | null = null;

  const each = (act: (dispatcher: OpenedModel["dispatcher"]) => void): void => {
    for (const { dispatcher } of models.values()) act(dispatcher);
  };
  const limit = (maxInFlight: number | null): void => {
    each((dispatcher) => {
      dispatcher.setLimits(tenant, { maxInFlight });
    });
  };
  const samplesInFlight = (): number => loadOf([...models.values()], tenant).inFlight;

  function interruptFor(reason: Reason, begun: number): void {
    if (stop !== null) return;
    const ended = samplesInFlight();
    stop = { reason, finished: Math.max(0, begun - ended), ended };
    interrupted.abort(reason);
  }

  /** Waits until nothing is in flight, or for as long as there is patience, and stops the job. */
  async function letEnd(reason: Reason, until: number, signal: AbortSignal): Promise<void> {
    const begun = samplesInFlight();
    // Look only after a pause: an answer that has just come is not recorded yet.
    do await clock.sleep(DRAIN_POLL_MS, signal);
    while (samplesInFlight() > 0 && clock.now() < until);
    interruptFor(reason, begun);
  }

  return {
    signal: interrupted.signal,
    add(model, maxInFlight) {
      models.set(model.id, model);
      model.dispatcher.setLimits(tenant, { maxInFlight: draining === null ? maxInFlight : 0 });
    },
    interrupt(reason) {
      interruptFor(reason, 0);
    },
    drain(reason, graceMs) {
      if (draining?.reason === reason || stop !== null) return;
      draining?.given.abort();
      if (models.size === 0) {
        interruptFor(reason, 0);
        return;
      }
      const given = new AbortController();
      draining = { reason, given };
      limit(0);
      // Rejected where the job was over before, or goes on after all.
      letEnd(reason, clock.now() + graceMs, AbortSignal.any([over.signal, given.signal])).catch(
        () => undefined,
      );
    },
    resume(maxInFlight) {
      draining?.given.abort();
      draining = null;
      limit(maxInFlight);
    },
    stopped: () => stop,
    end() {
      over.abort();
      each((dispatcher) => {
        dispatcher.forget(tenant);
      });
    },
  };
}

/** What engines do for one tenant, all of them together. */
export function loadOf(models: readonly OpenedModel[], tenant: string): Load {
  const loads = models.map(({ dispatcher }) => dispatcher.loadOf(tenant));
  return {
    inFlight: loads.reduce((sum, { inFlight }) => sum + inFlight, 0),
    waiting: loads.reduce((sum, { waiting }) => sum + waiting, 0),
  };
}

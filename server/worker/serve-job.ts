import { errorMessage } from "@/server/foundation/errors";
import { LeaseLostError } from "@/server/jobs/lease.repo";
import { abortError } from "@/server/models/abort-error";
import { EngineError } from "@/server/models/engine";
import type { OpenedModel } from "@/server/models/opened-model";
import type { Job, Outcome, ServeDeps } from "./job";
import { keepLease } from "./keep-lease";
import { createLiveGauge, type LiveGauge } from "./live-gauge";
import { tellWhileOpening } from "./tell-while-opening";

/**
 * Works on a claimed job until it is finished, or a person, a budget, its engine or the end of the process stops it,
 * and writes down how it stands.
 * @param downBefore times in a row before this that its engine was down
 */
export async function serveJob<Held, Reason extends string>(
  deps: ServeDeps,
  job: Job<Held, Reason>,
  downBefore: number,
): Promise<Outcome["kind"]> {
  const { clock, logger } = deps;
  const { id, noun, steering } = job;
  if (job.status === "running") job.tell(`${noun}-started`, startMessage(job));
  const gauge = createLiveGauge(id);
  const stopHeartbeat = keepLease(clock, job, gauge);
  let outcome: Outcome | null;
  try {
    outcome = await work(deps, job, gauge);
  } catch (error) {
    outcome = error instanceof LeaseLostError ? null : { kind: "unexpected", message: errorMessage(error) };
    logger.error({ err: error, id }, `${noun} stopped by an error`);
  }
  stopHeartbeat();
  steering.end();
  if (outcome === null) return "stopped";
  job.settle({ outcome, stop: steering.stopped(), downBefore });
  return outcome.kind;
}

async function work<Held, Reason extends string>(
  deps: ServeDeps,
  job: Job<Held, Reason>,
  gauge: LiveGauge,
): Promise<Outcome> {
  const { engines } = deps;
  const { steering } = job;
  if (job.status !== "running") return { kind: "stopped" };
  const opened = new Map<string, OpenedModel>();
  const signal = AbortSignal.any([steering.signal, deps.signal]);
  async function open(modelId: string): Promise<OpenedModel> {
    const known = opened.get(modelId);
    if (known !== undefined) return steering.steer(known);
    const acquiring = engines.acquire(modelId);
    const opening = unlessAborted(acquiring, signal);
    const model = await tellWhileOpening(deps, job, { modelId, opening }).catch((error: unknown) => {
      // It comes after all, with nobody left to use it.
      acquiring.then(
        (late) => engines.release(late),
        () => undefined,
      );
      throw error;
    });
    opened.set(modelId, model);
    return steering.steer(model);
  }
  try {
    return await job.execute({
      open,
      watch: (models) => {
        gauge.watch(models);
      },
      signal,
    });
  } catch (error) {
    if (error instanceof EngineError) return { kind: "engine-down", error };
    if (signal.aborted && !(error instanceof LeaseLostError)) return { kind: "stopped" };
    throw error;
  } finally {
    for (const model of opened.values()) engines.release(model);
  }
}

/** Loading a model takes its time; whoever pauses meanwhile does not wait for it. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(abortError(signal));
    };
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", abort);
    });
  });
}

function startMessage({ noun, callCount }: Pick<Job<never, never>, "noun" | "callCount">): string {
  return callCount === 0
    ? `The ${noun} starts.`
    : `The ${noun} goes on after ${String(callCount)} recorded calls.`;
}

import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { abortError } from "@/server/models/abort-error";
import { EngineError } from "@/server/models/engine";
import { appendEvent } from "@/server/runs/events.repo";
import { executeRun, type RunEnd } from "@/server/runs/execute-run";
import type { OpenedModel } from "@/server/models/opened-model";
import { LeaseLostError } from "@/server/jobs/lease.repo";
import type { ClaimedRun } from "@/server/runs/lifecycle.repo";
import type { EngineHost } from "./engine-host";
import { keepLease } from "./keep-lease";
import { createLiveGauge, type LiveGauge } from "./live-gauge";
import { steerRun, type RunSteering } from "./run-steering";
import { tellWhileOpening } from "./tell-while-opening";
import { settleRun, type Outcome } from "./settle-run";

export interface ServeDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly engines: EngineHost;
  /** Aborted when the process is asked to end. */
  readonly signal: AbortSignal;
}

/**
 * Works on a claimed run until it is finished, or a person, a budget, its engine or the end of the process stops
 * it, and writes down how it stands.
 * @param downBefore times in a row before this that its engine was down
 */
export async function serveRun(
  deps: ServeDeps,
  claimed: ClaimedRun,
  downBefore: number,
): Promise<Outcome["kind"]> {
  const { db, clock, logger } = deps;
  const { run } = claimed;
  if (run.status === "running") {
    const message = startMessage(claimed);
    appendEvent(db, { runId: run.id, level: "info", kind: "run-started", message }, clock.now());
  }
  const steering = steerRun(claimed, clock);
  const gauge = createLiveGauge(run.id);
  const stopHeartbeat = keepLease(deps, claimed, { steering, gauge });
  let outcome: Outcome | null;
  try {
    outcome = await work(deps, claimed, { steering, gauge });
  } catch (error) {
    outcome = error instanceof LeaseLostError ? null : { kind: "unexpected", message: errorMessage(error) };
    logger.error({ err: error, runId: run.id }, "run stopped by an error");
  }
  stopHeartbeat();
  steering.end();
  if (outcome === null) return "stopped";
  settleRun(deps, claimed, { outcome, stop: steering.stopped(), downBefore });
  return outcome.kind;
}

async function work(
  deps: ServeDeps,
  claimed: ClaimedRun,
  { steering, gauge }: { readonly steering: RunSteering; readonly gauge: LiveGauge },
): Promise<RunEnd> {
  const { db, clock, engines } = deps;
  const { status, policyModelId, smallModelId, scorerModelId } = claimed.run;
  if (status !== "running") return { kind: "stopped" };
  const opened = new Map<string, OpenedModel>();
  const signal = AbortSignal.any([steering.signal, deps.signal]);
  async function open(modelId: string): Promise<OpenedModel> {
    const known = opened.get(modelId);
    if (known !== undefined) return steering.steer(known);
    const acquiring = engines.acquire(modelId);
    const opening = unlessAborted(acquiring, signal);
    const model = await tellWhileOpening(deps, claimed, { modelId, opening }).catch((error: unknown) => {
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
    const policy = await open(policyModelId);
    const small = smallModelId === null ? null : await open(smallModelId);
    const scorer = scorerModelId === null ? null : await open(scorerModelId);
    gauge.watch([...opened.values()]);
    return await executeRun({ db, clock, models: { policy, small, scorer }, signal }, claimed);
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

function startMessage({ run }: ClaimedRun): string {
  return run.callCount === 0 ? "The run starts." : `The run goes on after ${run.callCount} recorded calls.`;
}

import { setMaxListeners } from "node:events";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage, toError } from "@/server/foundation/errors";
import type { Engine } from "@/server/models/engine";
import { EngineError } from "@/server/models/engine";
import type { ModelRole } from "@/server/sphere/io";
import { solveMessages } from "@/server/sphere/prompts";
import { solveProblem } from "@/server/sphere/solve-problem";
import type { PreferencePair } from "@/server/sphere/types";
import { BudgetReachedError, openJournal, type RunModel } from "./journal";
import { LeaseLostError, type ClaimedRun } from "./lifecycle.repo";
import { finishProblem, saveStage, startProblem } from "./outcome.repo";
import { openProblems, type OpenProblem } from "./run-problems.repo";
import { ADMISSION_SLACK } from "./tunables";

export interface OpenedModel extends RunModel {
  readonly engine: Engine;
}

export interface ExecuteDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly models: Readonly<Record<ModelRole, OpenedModel | null>> & { readonly policy: OpenedModel };
  /** Aborted with the reason when a person pauses or cancels, the process ends, or the lease is lost. */
  readonly signal: AbortSignal;
}

/** Why working on a run ended. */
export type RunEnd =
  | { readonly kind: "finished" }
  | { readonly kind: "stopped" }
  | { readonly kind: "budget-reached"; readonly message: string }
  | { readonly kind: "engine-down"; readonly error: EngineError };

/**
 * Works on every problem of a claimed run that is not done yet, many at once, until all are done or something
 * that concerns the whole run ends it. A problem's own failure is recorded on the problem and the run goes on.
 * @throws LeaseLostError when another worker has taken the run over
 */
export async function executeRun(deps: ExecuteDeps, claimed: ClaimedRun): Promise<RunEnd> {
  const stop = new AbortController();
  const signal = AbortSignal.any([deps.signal, stop.signal]);
  // Every call in flight listens; hundreds are no leak.
  setMaxListeners(0, signal);
  const waiting = openProblems(deps.db, claimed.run.id);
  const width = admissionWidth(deps.models.policy.engine.sequences, claimed.run.launch.config.rootSamples);
  const isOver = (): boolean => signal.aborted;
  const ended: { how: RunEnd | null; thrown: Error | null } = { how: null, thrown: null };

  async function takeNext(): Promise<void> {
    for (let problem = waiting.next(); problem !== null && !isOver(); problem = waiting.next()) {
      try {
        await workOn({ ...deps, signal }, claimed, problem);
      } catch (error) {
        // Pausing, cancelling and shutting down abort calls in flight: the problem is left as it was.
        if (!isOver()) {
          ended.how = endsTheRun(error);
          ended.thrown = ended.how === null ? toError(error) : null;
        }
        stop.abort(error);
        return;
      }
    }
  }

  await Promise.all(Array.from({ length: width }, takeNext));
  if (ended.thrown !== null) throw ended.thrown;
  if (ended.how !== null) return ended.how;
  return deps.signal.aborted ? { kind: "stopped" } : { kind: "finished" };
}

/** @throws what concerns the whole run; the problem's own errors are recorded instead. */
async function workOn(deps: ExecuteDeps, claimed: ClaimedRun, problem: OpenProblem): Promise<void> {
  const { db, clock, models, signal } = deps;
  const { run, leaseId } = claimed;
  const owner = () => ({ runId: run.id, leaseId, problemId: problem.row.id, now: clock.now() });
  const sphereProblem = { id: problem.row.id, statement: problem.row.statement };
  const rendered = await models.policy.engine.renderPrompt(solveMessages(sphereProblem));
  signal.throwIfAborted();
  startProblem(db, owner(), rendered);
  const io = openJournal(deps, claimed, problem);
  try {
    await solveProblem(sphereProblem, {
      io,
      config: run.launch.config,
      hasSmallModel: models.small !== null,
      onStage: async (outcome) => {
        const renderedPrompts = await renderPrompts(models.policy.engine, outcome.pairs);
        signal.throwIfAborted();
        saveStage(db, owner(), { outcome, renderedPrompts });
      },
    });
  } catch (error) {
    if (signal.aborted || error instanceof LeaseLostError || endsTheRun(error) !== null) throw error;
    finishProblem(db, owner(), errorMessage(error));
    return;
  }
  signal.throwIfAborted();
  finishProblem(db, owner(), null);
}

/** Prompts of pairs that do not ask the plain problem, by pair id. */
async function renderPrompts(
  engine: Engine,
  pairs: readonly PreferencePair[],
): Promise<ReadonlyMap<string, string>> {
  const rendered = pairs.flatMap(({ id, prompt }) =>
    prompt === null ? [] : [engine.renderPrompt(prompt).then((text) => [id, text] as const)],
  );
  return new Map(await Promise.all(rendered));
}

function endsTheRun(error: unknown): RunEnd | null {
  if (error instanceof EngineError) return { kind: "engine-down", error };
  if (error instanceof BudgetReachedError) return { kind: "budget-reached", message: error.message };
  return null;
}

/** Problems at once: enough root samples to fill the engine, and some more for those that wait on few rollouts. */
function admissionWidth(sequences: number, rootSamples: number): number {
  return Math.max(2, Math.ceil((sequences * ADMISSION_SLACK) / rootSamples));
}

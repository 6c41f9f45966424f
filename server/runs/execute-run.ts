import { setMaxListeners } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage, toError } from "@/server/foundation/errors";
import type { Engine } from "@/server/models/engine";
import { EngineError } from "@/server/models/engine";
import type { ModelRole, ScorerModelKind } from "@/server/sphere/io";
import { solveMessages } from "@/server/sphere/prompts";
import { solveProblem } from "@/server/sphere/solve-problem";
import type { PreferencePair } from "@/server/sphere/types";
import { openJournal } from "./journal";
import { LeaseLostError } from "@/server/jobs/lease.repo";
import type { ClaimedRun } from "./lifecycle.repo";
import type { OpenedModel } from "@/server/models/opened-model";
import { finishProblem, saveStage, startProblem } from "./outcome.repo";
import { openProblems, type OpenProblem } from "./run-problems.repo";

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
  const isOver = (): boolean => signal.aborted;
  const ended: { how: RunEnd | null; thrown: Error | null } = { how: null, thrown: null };

  const working = new Set<Promise<void>>();

  function endWith(error: unknown): void {
    // Pausing, cancelling and shutting down abort calls in flight: the problem is left as it was.
    if (!isOver()) {
      ended.how = endsTheRun(error);
      ended.thrown = ended.how === null ? toError(error) : null;
    }
    stop.abort(error);
  }

  /** Takes up problems as fast as the engines need them, so that 20,000 hold no more memory than 200. */
  async function admit(): Promise<void> {
    for (let problem = waiting.next(); problem !== null && !isOver(); problem = waiting.next()) {
      const prompt = solveMessages({ id: problem.row.id, statement: problem.row.statement });
      const rendered = await deps.models.policy.engine.renderPrompt(prompt);
      await roomForMore(deps.models, { tenant: claimed.run.id, signal });
      const work = workOn({ ...deps, signal }, claimed, { ...problem, rendered })
        .catch(endWith)
        .finally(() => working.delete(work));
      working.add(work);
      // By then it has asked its first question, which counts against the room for the next.
      await nextTurn();
    }
  }

  await admit().catch(endWith);
  await Promise.all(working);
  for (const model of Object.values(deps.models)) model?.dispatcher.forget(claimed.run.id);
  if (ended.thrown !== null) throw ended.thrown;
  if (ended.how !== null) return ended.how;
  return deps.signal.aborted ? { kind: "stopped" } : { kind: "finished" };
}

/** @throws what concerns the whole run; the problem's own errors are recorded instead. */
async function workOn(
  deps: ExecuteDeps,
  claimed: ClaimedRun,
  problem: OpenProblem & { readonly rendered: string },
): Promise<void> {
  const { db, clock, models, signal } = deps;
  const { run, leaseId } = claimed;
  const owner = () => ({ runId: run.id, leaseId, problemId: problem.row.id, now: clock.now() });
  const { id, statement, answer } = problem.row;
  const { config } = run.launch;
  const sphereProblem = { id, statement, ...(config.hintedCritique ? { referenceAnswer: answer } : {}) };
  signal.throwIfAborted();
  startProblem(db, owner(), problem.rendered);
  const io = openJournal(deps, claimed, problem);
  try {
    await solveProblem(sphereProblem, {
      kind: run.launch.kind,
      io,
      config,
      hasSmallModel: models.small !== null,
      scorerModel: scorerKind(models.scorer),
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

/** A model that scores steps is a process reward model; any other is asked for its verdict. */
function scorerKind(model: OpenedModel | null): ScorerModelKind | null {
  if (model === null) return null;
  return model.engine.scoreSteps === undefined ? "judge" : "prm";
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
  return null;
}

/** Waits until every engine of the run could do with more work than waits for it. */
async function roomForMore(
  models: ExecuteDeps["models"],
  { tenant, signal }: { tenant: string; signal: AbortSignal },
): Promise<void> {
  const all = new Set(Object.values(models).flatMap((model) => model?.dispatcher ?? []));
  await Promise.all([...all].map((dispatcher) => dispatcher.whenFree(tenant, signal)));
}

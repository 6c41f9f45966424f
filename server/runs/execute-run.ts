import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
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
import { workThrough, type WorkEnd } from "@/server/models/work-through";
import { finishProblem, saveStage, startProblem } from "./outcome.repo";
import { openProblems, type OpenProblem } from "./run-problems.repo";

export interface ExecuteDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly models: Readonly<Record<ModelRole, OpenedModel | null>> & { readonly policy: OpenedModel };
  /** Aborted with the reason when a person pauses or cancels, the process ends, or the lease is lost. */
  readonly signal: AbortSignal;
}

/**
 * Works on every problem of a claimed run that is not done yet, many at once, until all are done or something
 * that concerns the whole run ends it. A problem's own failure is recorded on the problem and the run goes on.
 * @throws LeaseLostError when another worker has taken the run over
 */
export async function executeRun(deps: ExecuteDeps, claimed: ClaimedRun): Promise<WorkEnd> {
  const { policy } = deps.models;
  const waiting = openProblems(deps.db, claimed.run.id);
  return await workThrough(
    {
      async next() {
        const problem = waiting.next();
        if (problem === null) return null;
        const { id, statement } = problem.row;
        return { ...problem, rendered: await policy.engine.renderPrompt(solveMessages({ id, statement })) };
      },
      workOn: (problem, signal) => workOn({ ...deps, signal }, claimed, problem),
    },
    {
      models: Object.values(deps.models).filter((model) => model !== null),
      tenant: claimed.run.id,
      signal: deps.signal,
    },
  );
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
    if (signal.aborted || error instanceof LeaseLostError || error instanceof EngineError) throw error;
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

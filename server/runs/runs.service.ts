import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { models, problemSets } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import { AppError } from "@/server/foundation/errors";
import { newId } from "@/server/foundation/ids";
import { seededRng, shuffled } from "@/server/foundation/rng";
import { GRADER_VERSION } from "@/server/math";
import { PROMPT_VERSION } from "@/server/sphere/prompts";
import { appendEvent } from "./events.repo";
import { moveRun, type RunRow } from "./lifecycle.repo";
import { runView, type RunView } from "./run-view";
import { findRun, insertRun, problemIdsOfSet, raiseBudget } from "./runs.repo";
import type { LaunchRun, RunStatus } from "./runs.schema";

export interface RunsDeps {
  readonly db: Db;
  readonly clock: Clock;
}

/**
 * Queues a run. Its problems are chosen from the set by the seed, so that the same seed gives the same ones.
 * @param chosen ids of problems of the set to take instead
 * @throws AppError naming the field that does not fit
 */
export function launchRun({ db, clock }: RunsDeps, launch: LaunchRun, chosen?: readonly string[]): RunView {
  requireModel(db, launch.policyModelId, "policyModelId");
  if (launch.smallModelId !== null) requireModel(db, launch.smallModelId, "smallModelId");
  if (launch.scorerModelId !== null) requireModel(db, launch.scorerModelId, "scorerModelId");
  requireTrainingSet(db, launch.problemSetId);
  const ids = problemIdsOfSet(db, launch.problemSetId);
  const problemIds = (chosen ?? shuffled(ids, seededRng(`problems/${launch.seed}`))).slice(
    0,
    launch.problemCount,
  );
  const now = clock.now();
  const run = {
    id: newId("run", now),
    name: launch.name,
    kind: launch.kind,
    status: "queued",
    launch,
    policyModelId: launch.policyModelId,
    smallModelId: launch.smallModelId,
    scorerModelId: launch.scorerModelId,
    priority: launch.priority,
    problemSetId: launch.problemSetId,
    problemCount: problemIds.length,
    graderVersion: GRADER_VERSION,
    promptVersion: PROMPT_VERSION,
    createdAt: now,
  } as const;
  insertRun(db, { run, problemIds });
  appendEvent(db, { runId: run.id, level: "info", kind: "run-queued", message: "The run is queued." }, now);
  return getRun(db, run.id);
}

/** @throws AppError when there is no such run */
export function getRun(db: Db, runId: string): RunView {
  return runView(requireRun(db, runId));
}

/** Asks a run to pause: at once where it waits, else as soon as its worker sees it. */
export function pauseRun(deps: RunsDeps, runId: string): RunView {
  return (
    tryMove(deps, runId, { from: ["queued"], to: "paused" }) ??
    tryMove(deps, runId, { from: ["running"], to: "pausing" }) ??
    refuse(deps.db, runId, "paused")
  );
}

/** Asks a run to end early. What it made so far stays. */
export function cancelRun(deps: RunsDeps, runId: string): RunView {
  return (
    tryMove(deps, runId, { from: ["queued", "paused"], to: "cancelled" }) ??
    tryMove(deps, runId, { from: ["running", "pausing"], to: "cancelling" }) ??
    refuse(deps.db, runId, "cancelled")
  );
}

/**
 * Puts a paused run back into the queue.
 * @param tokenBudget a larger budget, needed where the old one is spent; null lifts it
 */
export function resumeRun(deps: RunsDeps, runId: string, tokenBudget?: number | null): RunView {
  const run = requireRun(deps.db, runId);
  const budget = tokenBudget === undefined ? run.launch.tokenBudget : tokenBudget;
  if (budget !== null && run.generatedTokens >= budget) {
    throw new AppError("invalid-input", `The run has already generated ${run.generatedTokens} tokens.`, {
      field: "tokenBudget",
      fix: "Give a budget above that, or none.",
    });
  }
  const moved = tryMove(deps, runId, { from: ["paused"], to: "queued" });
  if (moved === null) return refuse(deps.db, runId, "resumed");
  if (budget !== run.launch.tokenBudget) {
    raiseBudget(deps.db, { runId, launch: { ...run.launch, tokenBudget: budget } });
  }
  return getRun(deps.db, runId);
}

function tryMove(
  { db, clock }: RunsDeps,
  runId: string,
  move: { from: readonly RunStatus[]; to: RunStatus },
): RunView | null {
  const now = clock.now();
  const endedAt = move.to === "cancelled" ? now : null;
  if (!moveRun(db, { runId, ...move, statusReason: null, endedAt })) return null;
  appendEvent(
    db,
    { runId, level: "info", kind: `run-${move.to}`, message: moveWords[move.to] ?? `Now ${move.to}.` },
    now,
  );
  return getRun(db, runId);
}

const moveWords: Partial<Record<RunStatus, string>> = {
  paused: "A person paused the run.",
  pausing: "A person asked for a pause.",
  cancelled: "A person cancelled the run.",
  cancelling: "A person asked to cancel.",
  queued: "A person resumed the run.",
};

function refuse(db: Db, runId: string, verb: string): never {
  const { status } = requireRun(db, runId);
  throw new AppError("conflict", `A run that is ${status} cannot be ${verb}.`);
}

function requireRun(db: Db, runId: string): RunRow {
  const run = findRun(db, runId);
  if (run === null) throw new AppError("not-found", `There is no run ${runId}.`, { field: "runId" });
  return run;
}

function requireModel(
  db: Db,
  modelId: string,
  field: "policyModelId" | "smallModelId" | "scorerModelId",
): void {
  const model = db.select().from(models).where(eq(models.id, modelId)).get();
  if (model === undefined) {
    throw new AppError("not-found", `There is no model ${modelId}.`, {
      field,
      fix: "Choose one of the list.",
    });
  }
  if (model.status !== "ready" && model.status !== "downloading") {
    throw new AppError("conflict", `${model.name} is ${model.status.replaceAll("-", " ")}.`, {
      field,
      fix: model.statusDetail ?? "Download or repair it on the Models page.",
    });
  }
}

function requireTrainingSet(db: Db, setId: string): void {
  const field = "problemSetId";
  const set = db.select().from(problemSets).where(eq(problemSets.id, setId)).get();
  if (set === undefined) {
    throw new AppError("not-found", `There is no problem set ${setId}.`, {
      field,
      fix: "Choose one of the list.",
    });
  }
  if (set.kind === "benchmark") {
    throw new AppError(
      "invalid-input",
      `${set.name} is a benchmark: training on it would spoil every figure.`,
      {
        field,
        fix: "Choose a training set.",
      },
    );
  }
  if (set.status !== "ready" || set.problemCount === 0) {
    throw new AppError("conflict", `${set.name} has no problems ready.`, { field, fix: "Import it again." });
  }
}

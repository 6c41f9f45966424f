import type { Db } from "@/db/client";
import { runs } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import { AppError } from "@/server/foundation/errors";
import { newId } from "@/server/foundation/ids";
import { seededRng, shuffled } from "@/server/foundation/rng";
import { move } from "@/server/jobs/lease.repo";
import { GRADER_VERSION } from "@/server/math";
import { leftOutProblemIds } from "@/server/problems/contamination/gate";
import { PROMPT_VERSION } from "@/server/sphere/prompts";
import { adjustLaunch } from "./adjust.repo";
import { requireRoom } from "./budgets";
import { estimateLaunch } from "./estimate/estimate-launch";
import { appendEvent } from "./events.repo";
import { checkLaunch } from "./launch-checks";
import { runView, type RunView } from "./run-view";
import { findRun, insertRun, problemIdsOfRun, problemIdsOfSet, type RunRow } from "./runs.repo";
import type { LaunchRun, RunStatus } from "./runs.schema";
import type { LaunchInput, ResumeRun } from "./steering.schema";

export interface RunsDeps {
  readonly db: Db;
  readonly clock: Clock;
}

/**
 * Queues a run. Its problems are chosen from the set by the seed, so that the same seed gives the same ones.
 * @param chosen ids of problems of the set to take instead
 * @throws AppError naming the field that does not fit
 */
export function launchRun(deps: RunsDeps, launch: LaunchRun, chosen?: readonly string[]): RunView {
  return queueRun(deps, launch, { chosen, clonedFromId: null });
}

/**
 * Queues a run as a person asked for it, perhaps as a clone or with the problems of another run.
 * @throws AppError naming the field that does not fit
 */
export function launchFromInput(deps: RunsDeps, input: LaunchInput): RunView {
  const { clonedFromId, problemsOfRunId: _problems, ...launch } = input;
  if (clonedFromId !== null) requireRun(deps.db, clonedFromId, "clonedFromId");
  return queueRun(deps, launch, { chosen: problemsOfRun(deps.db, input), clonedFromId });
}

/**
 * The problems of the run that a launch names, or undefined where it names none.
 * @throws AppError when there is no such run, or it took them from another set
 */
export function problemsOfRun(
  db: Db,
  { problemsOfRunId, problemSetId }: Pick<LaunchInput, "problemsOfRunId" | "problemSetId">,
): readonly string[] | undefined {
  if (problemsOfRunId === null) return undefined;
  const source = requireRun(db, problemsOfRunId, "problemsOfRunId");
  if (source.problemSetId !== problemSetId) {
    throw new AppError("invalid-input", `${source.name} takes its problems from another set.`, {
      field: "problemsOfRunId",
      fix: "Choose the problem set of that run, or let the seed choose the problems.",
    });
  }
  return problemIdsOfRun(db, problemsOfRunId);
}

function queueRun(
  { db, clock }: RunsDeps,
  launch: LaunchRun,
  from: { readonly chosen: readonly string[] | undefined; readonly clonedFromId: string | null },
): RunView {
  checkLaunch(db, launch);
  const problemIds = requireSome(chooseProblems(db, launch, from.chosen));
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
    clonedFromId: from.clonedFromId,
    priority: launch.priority,
    problemSetId: launch.problemSetId,
    problemCount: problemIds.length,
    graderVersion: GRADER_VERSION,
    promptVersion: PROMPT_VERSION,
    estimate: estimateLaunch(db, launch, problemIds.length),
    createdAt: now,
  } as const;
  insertRun(db, { run, problemIds });
  appendEvent(db, { runId: run.id, level: "info", kind: "run-queued", message: "The run is queued." }, now);
  return getRun(db, run.id);
}

/**
 * The problems that a launch takes: of its set the same ones for the same seed, or those named, in their order; never one that
 * was left out because a benchmark has it.
 */
export function chooseProblems(
  db: Db,
  launch: Pick<LaunchRun, "problemSetId" | "seed" | "problemCount">,
  named?: readonly string[],
): readonly string[] {
  const leftOut = leftOutProblemIds(db, launch.problemSetId);
  const ids =
    named ?? shuffled(problemIdsOfSet(db, launch.problemSetId), seededRng(`problems/${launch.seed}`));
  return ids.filter((id) => !leftOut.has(id)).slice(0, launch.problemCount);
}

function requireSome(problemIds: readonly string[]): readonly string[] {
  if (problemIds.length > 0) return problemIds;
  throw new AppError("conflict", "Every problem to choose from was left out: benchmarks have them.", {
    field: "problemSetId",
    fix: "Choose another set, or reopen problems on the set's overlap page.",
  });
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
 * Puts a paused run back into the queue, with larger budgets where the old ones are spent; null lifts one.
 * @throws AppError naming the budget that leaves nothing to go on with
 */
export function resumeRun(deps: RunsDeps, input: ResumeRun): RunView {
  const { runId, tokenBudget, timeBudgetMinutes } = input;
  const { launch, ...run } = requireRun(deps.db, runId);
  const budgets = {
    tokenBudget: tokenBudget === undefined ? launch.tokenBudget : tokenBudget,
    timeBudgetMinutes: timeBudgetMinutes === undefined ? launch.timeBudgetMinutes : timeBudgetMinutes,
  };
  requireRoom(run, budgets);
  return deps.db.transaction(
    () => {
      const moved = tryMove(deps, runId, { from: ["paused"], to: "queued" });
      if (moved === null) return refuse(deps.db, runId, "resumed");
      adjustLaunch(deps.db, { runId, from: ["queued"], change: budgets });
      return getRun(deps.db, runId);
    },
    { behavior: "immediate" },
  );
}

function tryMove(
  { db, clock }: RunsDeps,
  runId: string,
  { from, to }: { from: readonly RunStatus[]; to: RunStatus },
): RunView | null {
  const now = clock.now();
  const endedAt = to === "cancelled" ? now : null;
  if (!move(db, runs, { id: runId, from, to, statusReason: null, endedAt })) return null;
  appendEvent(db, { runId, level: "info", kind: `run-${to}`, message: moveWords[to] ?? `Now ${to}.` }, now);
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

function requireRun(db: Db, runId: string, field = "runId"): RunRow {
  const run = findRun(db, runId);
  if (run === null) throw new AppError("not-found", `There is no run ${runId}.`, { field });
  return run;
}

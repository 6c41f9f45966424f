import type { Db } from "@/db/client";
import { evaluations } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import { AppError } from "@/server/foundation/errors";
import type { JobStatus } from "@/server/jobs/jobs.schema";
import { move } from "@/server/jobs/lease.repo";
import type { EvaluationView } from "../evaluation-view";
import { findEvaluation, type EvaluationRow } from "./evaluations.repo";
import { appendEvaluationEvent } from "./events.repo";
import { toEvaluationView } from "./to-evaluation-view";

export interface EvaluationDeps {
  readonly db: Db;
  readonly clock: Clock;
}

/** @throws AppError when there is no such evaluation */
export function getEvaluation(db: Db, evaluationId: string): EvaluationView {
  return toEvaluationView(db, requireEvaluation(db, evaluationId));
}

/** @throws AppError when there is no such evaluation */
export function requireEvaluation(db: Db, evaluationId: string): EvaluationRow {
  const row = findEvaluation(db, evaluationId);
  if (row !== null) return row;
  throw new AppError("not-found", `There is no evaluation ${evaluationId}.`, {
    field: "evaluationId",
    fix: "Choose one of the list.",
  });
}

/** Asks an evaluation to pause: at once where it waits, else as soon as its worker sees it. */
export function pauseEvaluation(deps: EvaluationDeps, evaluationId: string): EvaluationView {
  return (
    tryMove(deps, evaluationId, { from: ["queued"], to: "paused" }) ??
    tryMove(deps, evaluationId, { from: ["running"], to: "pausing" }) ??
    refuse(deps.db, evaluationId, "paused")
  );
}

/** Puts a paused evaluation back into the queue. */
export function resumeEvaluation(deps: EvaluationDeps, evaluationId: string): EvaluationView {
  return (
    tryMove(deps, evaluationId, { from: ["paused"], to: "queued" }) ??
    refuse(deps.db, evaluationId, "resumed")
  );
}

/** Asks an evaluation to end early. Its answers stay, but a part that nobody chose is never ranked. */
export function cancelEvaluation(deps: EvaluationDeps, evaluationId: string): EvaluationView {
  return (
    tryMove(deps, evaluationId, { from: ["queued", "paused"], to: "cancelled" }) ??
    tryMove(deps, evaluationId, { from: ["running", "pausing"], to: "cancelling" }) ??
    refuse(deps.db, evaluationId, "cancelled")
  );
}

function tryMove(
  { db, clock }: EvaluationDeps,
  evaluationId: string,
  { from, to }: { from: readonly JobStatus[]; to: Asked },
): EvaluationView | null {
  const now = clock.now();
  return db.transaction(
    (tx) => {
      const endedAt = to === "cancelled" ? now : null;
      if (!move(tx, evaluations, { id: evaluationId, from, to, statusReason: null, endedAt })) return null;
      const kind = `evaluation-${to}`;
      appendEvaluationEvent(tx, { evaluationId, level: "info", kind, message: words[to] }, now);
      return getEvaluation(db, evaluationId);
    },
    { behavior: "immediate" },
  );
}

type Asked = Exclude<JobStatus, "running" | "finished">;

const words: Readonly<Record<Asked, string>> = {
  paused: "A person paused the evaluation.",
  pausing: "A person asked for a pause.",
  cancelled: "A person cancelled the evaluation.",
  cancelling: "A person asked to cancel.",
  queued: "A person resumed the evaluation.",
};

function refuse(db: Db, evaluationId: string, verb: string): never {
  const { status } = requireEvaluation(db, evaluationId);
  throw new AppError("conflict", `An evaluation that is ${status} cannot be ${verb}.`, {
    field: "evaluationId",
  });
}

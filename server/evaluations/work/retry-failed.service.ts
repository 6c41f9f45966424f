import { and, eq, sql } from "drizzle-orm";
import { evaluationCalls, evaluationItems, evaluations } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { move } from "@/server/jobs/lease.repo";
import type { EvaluationView } from "../evaluation-view";
import { appendEvaluationEvent } from "./events.repo";
import { getEvaluation, requireEvaluation, type EvaluationDeps } from "./lifecycle.service";

export interface RetriedItems {
  readonly evaluation: EvaluationView;
  readonly items: number;
  readonly callsForgotten: number;
}

/**
 * Puts failed items back to waiting: their failed calls are forgotten (the event log keeps them), good ones stay and are
 * not asked again. A finished evaluation goes back to the queue; one at work takes them up before it ends; a paused one
 * keeps waiting for a person.
 * @throws AppError when nothing has failed, or the evaluation was cancelled
 */
export function retryFailedItems({ db, clock }: EvaluationDeps, evaluationId: string): RetriedItems {
  return db.transaction(
    (tx) => {
      const { status } = requireEvaluation(db, evaluationId);
      if (status === "cancelled" || status === "cancelling") {
        throw new AppError("conflict", "The evaluation was cancelled.", {
          field: "evaluationId",
          fix: "Launch it again with the same protocol.",
        });
      }
      const own = and(eq(evaluationItems.evaluationId, evaluationId), eq(evaluationItems.status, "failed"));
      const failed = tx
        .select({ problemId: evaluationItems.problemId })
        .from(evaluationItems)
        .where(own)
        .all()
        .map(({ problemId }) => problemId);
      if (failed.length === 0) {
        throw new AppError("conflict", "No item of this evaluation has failed.", { field: "evaluationId" });
      }
      const callsForgotten = tx
        .delete(evaluationCalls)
        .where(and(eq(evaluationCalls.evaluationId, evaluationId), eq(evaluationCalls.status, "failed")))
        .run().changes;
      tx.update(evaluationItems).set({ status: "waiting", error: null, endedAt: null }).where(own).run();
      tx.update(evaluations)
        .set({
          itemsFailed: sql`${evaluations.itemsFailed} - ${failed.length}`,
          callCount: sql`${evaluations.callCount} - ${callsForgotten}`,
          failedCallCount: sql`${evaluations.failedCallCount} - ${callsForgotten}`,
        })
        .where(eq(evaluations.id, evaluationId))
        .run();
      const to = { to: "queued", statusReason: null, endedAt: null } as const;
      const requeued = move(tx, evaluations, { id: evaluationId, from: ["finished"], ...to });
      const message =
        `A person put ${counted(failed.length, "item")} back to be tried again; ` +
        `${counted(callsForgotten, "failed call")} forgotten.` +
        (requeued ? " The evaluation is queued again." : "");
      appendEvaluationEvent(tx, { evaluationId, level: "info", kind: "items-retried", message }, clock.now());
      return { evaluation: getEvaluation(db, evaluationId), items: failed.length, callsForgotten };
    },
    { behavior: "immediate" },
  );
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}

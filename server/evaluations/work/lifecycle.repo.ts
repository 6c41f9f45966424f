import { asc, desc } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluations } from "@/db/schema";
import { claimNext, heldBy, LeaseLostError } from "@/server/jobs/lease.repo";
import { findEvaluation, type EvaluationRow } from "./evaluations.repo";

/** An evaluation that this process may write to, as long as `leaseId` is still the row's. */
export interface ClaimedEvaluation {
  readonly evaluation: EvaluationRow;
  readonly leaseId: string;
}

const queueOrder = [desc(evaluations.priority), asc(evaluations.createdAt), asc(evaluations.id)];

/** Takes the evaluation that should go on first, as `claimNext` says. */
export function claimNextEvaluation(
  db: Db,
  { leaseId, now }: { leaseId: string; now: number },
): ClaimedEvaluation | null {
  const id = claimNext(db, evaluations, { leaseId, now, order: queueOrder });
  const evaluation = id === null ? null : findEvaluation(db, id);
  return evaluation === null ? null : { evaluation, leaseId };
}

/** @throws LeaseLostError when another worker holds the evaluation; call it in the transaction that writes */
export function requireLease(
  db: Pick<Db, "select">,
  { evaluation: { id }, leaseId }: ClaimedEvaluation,
): void {
  const held = db
    .select({ id: evaluations.id })
    .from(evaluations)
    .where(heldBy(evaluations, { id, leaseId }))
    .get();
  if (held === undefined) throw new LeaseLostError(id);
}

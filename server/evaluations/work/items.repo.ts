import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationItems, evaluations, problems } from "@/db/schema";
import { requireLease, type ClaimedEvaluation } from "./lifecycle.repo";

/** A problem that is still to be answered. */
export interface OpenItem {
  readonly problem: Pick<
    typeof problems.$inferSelect,
    "id" | "externalId" | "statement" | "answer" | "grading"
  >;
  readonly position: number;
}

const PAGE = 64;
const { id, externalId, statement, answer, grading } = problems;
const isOpen = inArray(evaluationItems.status, ["waiting", "active"]);

/** The items that are neither done nor failed, in order, read a page at a time. */
export function openItems(db: Db, evaluationId: string): { next(): OpenItem | null } {
  let page: OpenItem[] = [];
  let after = -1;
  return {
    next() {
      if (page.length === 0) {
        page = db
          .select({
            problem: { id, externalId, statement, answer, grading },
            position: evaluationItems.position,
          })
          .from(evaluationItems)
          .innerJoin(problems, eq(id, evaluationItems.problemId))
          .where(
            and(eq(evaluationItems.evaluationId, evaluationId), isOpen, gt(evaluationItems.position, after)),
          )
          .orderBy(asc(evaluationItems.position))
          .limit(PAGE)
          .all();
      }
      const item = page.shift() ?? null;
      if (item !== null) after = item.position;
      return item;
    },
  };
}

/** Whether some item is neither done nor failed. */
export function hasOpenItems(db: Pick<Db, "select">, evaluationId: string): boolean {
  const open = db
    .select({ position: evaluationItems.position })
    .from(evaluationItems)
    .where(and(eq(evaluationItems.evaluationId, evaluationId), isOpen))
    .limit(1)
    .get();
  return open !== undefined;
}

/**
 * Marks an item as taken up.
 * @throws LeaseLostError when another worker holds the evaluation; nothing is written then
 */
export function startItem(db: Db, claimed: ClaimedEvaluation, problemId: string): void {
  db.transaction(
    (tx) => {
      requireLease(tx, claimed);
      tx.update(evaluationItems).set({ status: "active" }).where(ownItem(claimed, problemId)).run();
    },
    { behavior: "immediate" },
  );
}

/**
 * Marks an item as over, with what failed if something did, and counts it once.
 * @throws LeaseLostError when another worker holds the evaluation; nothing is written then
 */
export function finishItem(
  db: Db,
  claimed: ClaimedEvaluation,
  item: { readonly problemId: string; readonly error: string | null; readonly now: number },
): void {
  const { problemId, error, now } = item;
  const failed = error !== null;
  db.transaction(
    (tx) => {
      requireLease(tx, claimed);
      const { changes } = tx
        .update(evaluationItems)
        .set({ status: failed ? "failed" : "done", error, endedAt: now })
        .where(and(ownItem(claimed, problemId), isOpen))
        .run();
      tx.update(evaluations)
        .set(
          failed
            ? { itemsFailed: sql`${evaluations.itemsFailed} + ${changes}` }
            : { itemsDone: sql`${evaluations.itemsDone} + ${changes}` },
        )
        .where(eq(evaluations.id, claimed.evaluation.id))
        .run();
    },
    { behavior: "immediate" },
  );
}

const ownItem = ({ evaluation }: ClaimedEvaluation, problemId: string) =>
  and(eq(evaluationItems.evaluationId, evaluation.id), eq(evaluationItems.problemId, problemId));

import { and, eq, exists, inArray, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  calls,
  chains,
  corrections,
  demonstrations,
  pairDrops,
  pairs,
  runProblems,
  runs,
  stageReports,
  treeNodes,
} from "@/db/schema";

type Transaction = Pick<Db, "select" | "update" | "delete">;

interface Key {
  readonly runId: string;
  readonly problemId: string;
}

type OwnedTable =
  | typeof calls
  | typeof chains
  | typeof corrections
  | typeof demonstrations
  | typeof pairDrops
  | typeof pairs
  | typeof runProblems
  | typeof stageReports
  | typeof treeNodes;

const own = (table: OwnedTable, { runId, problemId }: Key) =>
  and(eq(table.runId, runId), eq(table.problemId, problemId));

export interface Retriable {
  readonly problemId: string;
  readonly status: "failed" | "done";
}

/** Problems that can be taken again: failed ones, and of those named also done ones with failed calls. */
export function findRetriable(
  db: Transaction,
  params: { runId: string; named: readonly string[] | null },
): Retriable[] {
  const { runId, named } = params;
  const failedCall = db
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(eq(calls.runId, runId), eq(calls.problemId, runProblems.problemId), eq(calls.status, "failed")),
    );
  const failed = eq(runProblems.status, "failed");
  const rows = db
    .select({ problemId: runProblems.problemId, status: runProblems.status })
    .from(runProblems)
    .where(
      and(
        eq(runProblems.runId, runId),
        named === null
          ? failed
          : and(
              inArray(runProblems.problemId, [...named]),
              or(failed, and(eq(runProblems.status, "done"), exists(failedCall))),
            ),
      ),
    )
    .orderBy(runProblems.position)
    .all();
  return rows.map(({ problemId, status }) => ({ problemId, status: status === "failed" ? status : "done" }));
}

/**
 * Puts one problem back to waiting as if it had never been worked on, but for its good calls: the journal
 * answers those, so what it had comes again at once and by the same ids.
 * @returns failed calls forgotten
 */
export function putBack(tx: Transaction, key: Key, status: Retriable["status"]): number {
  const removedPairs = tx.delete(pairs).where(own(pairs, key)).run().changes;
  tx.delete(demonstrations).where(own(demonstrations, key)).run();
  tx.delete(corrections).where(own(corrections, key)).run();
  tx.delete(chains).where(own(chains, key)).run();
  tx.delete(treeNodes).where(own(treeNodes, key)).run();
  tx.delete(pairDrops).where(own(pairDrops, key)).run();
  tx.delete(stageReports).where(own(stageReports, key)).run();
  const forgotten = tx
    .delete(calls)
    .where(and(own(calls, key), eq(calls.status, "failed")))
    .run().changes;
  tx.update(runProblems)
    .set({ status: "waiting", bucket: null, error: null, savedStages: [], endedAt: null })
    .where(own(runProblems, key))
    .run();
  tx.update(runs)
    .set({
      problemsFailed: sql`${runs.problemsFailed} - ${status === "failed" ? 1 : 0}`,
      problemsDone: sql`${runs.problemsDone} - ${status === "done" ? 1 : 0}`,
      pairCount: sql`${runs.pairCount} - ${removedPairs}`,
      callCount: sql`${runs.callCount} - ${forgotten}`,
      failedCallCount: sql`${runs.failedCallCount} - ${forgotten}`,
    })
    .where(eq(runs.id, key.runId))
    .run();
  return forgotten;
}

import { and, count, eq, inArray, not, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "@/db/client";
import {
  calls,
  campaignItems,
  chains,
  corrections,
  demonstrations,
  pairDrops,
  pairs,
  reviewItems,
  reviewLeases,
  reviewSuggestions,
  runEvents,
  runProblems,
  runRates,
  runs,
  stageReports,
  treeNodes,
} from "@/db/schema";
import { isReferred } from "./decided-items.repo";

/** What would go with a run. */
export interface RunContents {
  readonly problems: number;
  readonly calls: number;
  readonly chains: number;
  readonly corrections: number;
  readonly pairs: number;
  readonly demonstrations: number;
}

export function countContents(db: Db, runId: string): RunContents {
  const of = (table: RunTable): number =>
    db.select({ n: count() }).from(table).where(eq(table.runId, runId)).get()?.n ?? 0;
  return {
    problems: of(runProblems),
    calls: of(calls),
    chains: of(chains),
    corrections: of(corrections),
    pairs: of(pairs),
    demonstrations: of(demonstrations),
  };
}

/** Those that refer to others first. */
const tables = [
  pairs,
  demonstrations,
  corrections,
  chains,
  treeNodes,
  pairDrops,
  stageReports,
  calls,
  runRates,
  runEvents,
  runProblems,
] as const satisfies readonly SQLiteTable[];
type RunTable = (typeof tables)[number];

/**
 * Deletes up to `items` review items of a run, with their places in campaigns and their leases; those that people decided
 * on stay. False once none is left.
 */
export function deleteSomeItems(db: Db, params: { runId: string; items: number }): boolean {
  return db.transaction(
    (tx) => {
      const numbers = tx
        .select({ number: reviewItems.number })
        .from(reviewItems)
        .where(and(eq(reviewItems.runId, params.runId), not(isReferred(tx) ?? sql`0`)))
        .limit(params.items)
        .all()
        .map(({ number }) => number);
      if (numbers.length === 0) return false;
      for (const table of [campaignItems, reviewLeases, reviewSuggestions]) {
        tx.delete(table).where(inArray(table.itemNumber, numbers)).run();
      }
      tx.delete(reviewItems).where(inArray(reviewItems.number, numbers)).run();
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Deletes up to `rows` rows of a run that is over; false once none is left. */
export function deleteSome(db: Db, params: { runId: string; rows: number }): boolean {
  const { runId, rows } = params;
  for (const table of tables) {
    const some = sql`select rowid from ${table} where ${table.runId} = ${runId} limit ${rows}`;
    const { changes } = db
      .delete(table)
      .where(sql`rowid in (${some})`)
      .run();
    if (changes > 0) return true;
  }
  return false;
}

/** Deletes the row of a run that is over; false: it is not, or is gone. */
export function deleteRun(db: Db, runId: string): boolean {
  const over = and(eq(runs.id, runId), inArray(runs.status, ["finished", "cancelled"]));
  return db.delete(runs).where(over).run().changes === 1;
}

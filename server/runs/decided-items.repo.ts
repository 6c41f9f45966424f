import { and, eq, exists, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { chainVersions, reviewActs, reviewDecisions, reviewGold, reviewItems } from "@/db/schema";

type Reads = Pick<Db, "select">;

/**
 * Whether people decided on anything that a run made (of one problem, if named), edited it or made it a gold item. Such
 * rows stay: what people decided is never deleted.
 */
export function hasDecidedItems(
  db: Reads,
  of: { readonly runId: string; readonly problemId?: string },
): boolean {
  const found = db
    .select({ number: reviewItems.number })
    .from(reviewItems)
    .where(
      and(
        eq(reviewItems.runId, of.runId),
        of.problemId === undefined ? undefined : eq(reviewItems.problemId, of.problemId),
        isReferred(db),
      ),
    )
    .limit(1)
    .get();
  return found !== undefined;
}

/** Whether something that people did names an item. */
export function isReferred(db: Reads) {
  const named = (
    table: typeof reviewDecisions | typeof reviewActs | typeof chainVersions | typeof reviewGold,
  ) => {
    const rows = db.select({ one: sql`1` }).from(table);
    return exists(rows.where(eq(table.itemNumber, reviewItems.number)));
  };
  return or(named(reviewDecisions), named(reviewActs), named(chainVersions), named(reviewGold));
}

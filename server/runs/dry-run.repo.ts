import { and, inArray, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { runs } from "@/db/schema";
import { isDryRun } from "./queue-order";

/** Dry runs that ended before a time. */
export function staleDryRuns(db: Db, { endedBefore }: { readonly endedBefore: number }): string[] {
  return db
    .select({ id: runs.id })
    .from(runs)
    .where(and(isDryRun, inArray(runs.status, ["finished", "cancelled"]), lt(runs.endedAt, endedBefore)))
    .all()
    .map(({ id }) => id);
}

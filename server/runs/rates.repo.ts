import { and, asc, eq, gt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { runRates } from "@/db/schema";

export type MeasuredRate = Pick<typeof runRates.$inferSelect, "at" | "tokensPerSecond">;

/** Keeps one reading of a run's rate; a second one of the same millisecond is passed over. */
export function recordRate(db: Db, rate: typeof runRates.$inferInsert): void {
  db.insert(runRates).values(rate).onConflictDoNothing().run();
}

/** Readings after `since`, oldest first. */
export function readRates(db: Db, params: { runId: string; since: number }): MeasuredRate[] {
  return db
    .select({ at: runRates.at, tokensPerSecond: runRates.tokensPerSecond })
    .from(runRates)
    .where(and(eq(runRates.runId, params.runId), gt(runRates.at, params.since)))
    .orderBy(asc(runRates.at))
    .all();
}

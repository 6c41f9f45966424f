import { asc, desc, sql } from "drizzle-orm";
import { runs } from "@/db/schema";

/** Where a run stands among those of its priority: the time it was made, until a person moves it. */
export const queueRank = sql<number>`coalesce(${runs.queueRank}, ${runs.createdAt})`;

/** The order in which queued runs are taken. */
export const queueOrder = [desc(runs.priority), asc(queueRank), asc(runs.id)] as const;

/** Runs of one problem that show what a launch would do; lists leave them out. */
export const isDryRun = sql`coalesce(json_extract(${runs.launch}, '$.dryRun'), 0) = 1`;
export const isNoDryRun = sql`coalesce(json_extract(${runs.launch}, '$.dryRun'), 0) = 0`;

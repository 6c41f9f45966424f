import { and, desc, eq, gt, inArray, max, ne, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { runEvents, runs } from "@/db/schema";
import { isNoDryRun } from "./queue-order";

/** Whoever was away for longer than so many events sees the newest notices only. */
const EVENTS_BACK = 100_000;
const NOTICES = 50;

export function lastEventId(db: Db): number {
  return (
    db
      .select({ id: max(runEvents.id) })
      .from(runEvents)
      .get()?.id ?? 0
  );
}

/** Events after `since` that tell of a run that ended or cannot go on, newest first. */
export function noticesAfter(db: Db, params: { readonly since: number; readonly until: number }) {
  const { since, until } = params;
  return db
    .select({
      id: runEvents.id,
      runId: runEvents.runId,
      runName: runs.name,
      kind: runEvents.kind,
      level: runEvents.level,
      message: runEvents.message,
      at: runEvents.at,
      status: runs.status,
      pairCount: runs.pairCount,
    })
    .from(runEvents)
    .innerJoin(runs, eq(runs.id, runEvents.runId))
    .where(
      and(
        gt(runEvents.id, Math.max(since, until - EVENTS_BACK)),
        inArray(runEvents.kind, ["run-finished", "run-paused"]),
        // A pause that a person asked for is no news, nor is the second time that an engine is down.
        or(eq(runEvents.kind, "run-finished"), ne(runEvents.level, "info")),
        sql`coalesce(json_extract(${runEvents.data}, '$.attempt'), 1) = 1`,
        isNoDryRun,
      ),
    )
    .orderBy(desc(runEvents.id))
    .limit(NOTICES)
    .all();
}

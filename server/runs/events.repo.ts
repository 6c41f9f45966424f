import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { runEvents } from "@/db/schema";

export type RunEvent = typeof runEvents.$inferSelect;

export interface NewRunEvent extends Pick<RunEvent, "runId" | "level" | "kind" | "message"> {
  readonly problemId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Appends one event. Call it in the transaction that makes what the event tells. */
export function appendEvent(db: Pick<Db, "insert">, event: NewRunEvent, at: number): void {
  db.insert(runEvents)
    .values({ ...event, problemId: event.problemId ?? null, data: event.data ?? null, at })
    .run();
}

/** Events after `afterId`, oldest first. */
export function eventsAfter(db: Db, params: { runId: string; afterId: number; limit: number }): RunEvent[] {
  return db
    .select()
    .from(runEvents)
    .where(and(eq(runEvents.runId, params.runId), gt(runEvents.id, params.afterId)))
    .orderBy(asc(runEvents.id))
    .limit(params.limit)
    .all();
}

/** The newest events before `beforeId`, newest first. */
export function eventsBefore(
  db: Db,
  params: { runId: string; beforeId: number | null; limit: number },
): RunEvent[] {
  const before = params.beforeId === null ? undefined : lt(runEvents.id, params.beforeId);
  return db
    .select()
    .from(runEvents)
    .where(and(eq(runEvents.runId, params.runId), before))
    .orderBy(desc(runEvents.id))
    .limit(params.limit)
    .all();
}

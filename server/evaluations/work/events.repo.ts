import { and, asc, eq, gt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationEvents } from "@/db/schema";

export type EvaluationEvent = typeof evaluationEvents.$inferSelect;

export interface NewEvaluationEvent extends Pick<
  EvaluationEvent,
  "evaluationId" | "level" | "kind" | "message"
> {
  readonly problemId?: string;
}

/** Appends one event. Call it in the transaction that makes what the event tells. */
export function appendEvaluationEvent(db: Pick<Db, "insert">, event: NewEvaluationEvent, at: number): void {
  db.insert(evaluationEvents)
    .values({ ...event, problemId: event.problemId ?? null, at })
    .run();
}

/** Events after `afterId`, oldest first. */
export function evaluationEventsAfter(
  db: Db,
  params: { evaluationId: string; afterId: number; limit: number },
): EvaluationEvent[] {
  const { evaluationId, afterId, limit } = params;
  return db
    .select()
    .from(evaluationEvents)
    .where(and(eq(evaluationEvents.evaluationId, evaluationId), gt(evaluationEvents.id, afterId)))
    .orderBy(asc(evaluationEvents.id))
    .limit(limit)
    .all();
}

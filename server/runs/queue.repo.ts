import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { runs } from "@/db/schema";
import { queueOrder, queueRank } from "./queue-order";

export interface QueuedRun {
  readonly id: string;
  readonly priority: number;
  readonly rank: number;
}

/** The queue in its order. */
export function readQueue(db: Pick<Db, "select">): QueuedRun[] {
  return db
    .select({ id: runs.id, priority: runs.priority, rank: queueRank })
    .from(runs)
    .where(eq(runs.status, "queued"))
    .orderBy(...queueOrder)
    .all();
}

/** Gives queued runs new places; false where one of them waits no more, and then some places may stand. */
export function placeInQueue(db: Pick<Db, "update">, places: readonly QueuedRun[]): boolean {
  return places.every(({ id, priority, rank }) => {
    const { changes } = db
      .update(runs)
      .set({
        priority,
        queueRank: rank,
        launch: sql`json_set(${runs.launch}, '$.priority', ${priority})`,
      })
      .where(and(eq(runs.id, id), eq(runs.status, "queued")))
      .run();
    return changes === 1;
  });
}

import { eq, gt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { workers } from "@/db/schema";
import { LEASE_MS } from "./tunables";

export type WorkerRow = typeof workers.$inferSelect;

export function registerWorker(db: Db, worker: WorkerRow): void {
  db.insert(workers).values(worker).run();
}

export function beatWorker(db: Db, id: string, now: number): void {
  db.update(workers).set({ heartbeatAt: now }).where(eq(workers.id, id)).run();
}

export function removeWorker(db: Db, id: string): void {
  db.delete(workers).where(eq(workers.id, id)).run();
}

export function listWorkers(db: Db): WorkerRow[] {
  return db.select().from(workers).all();
}

/** Whether some worker was heard within the time of a lease. */
export function hasLiveWorker(db: Db, now: number): boolean {
  return (
    db
      .select()
      .from(workers)
      .where(gt(workers.heartbeatAt, now - LEASE_MS))
      .limit(1)
      .get() !== undefined
  );
}

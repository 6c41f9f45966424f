import { and, eq, gt, lt } from "drizzle-orm";
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
  const heard = and(gt(workers.heartbeatAt, now - LEASE_MS), lt(workers.heartbeatAt, now + LEASE_MS));
  return db.select().from(workers).where(heard).limit(1).get() !== undefined;
}

/**
 * Whether a worker that the table names is gone: its process is, or it is silent for longer than a lease, so
 * that the process of its number is another's (numbers begin anew when a machine does). A heartbeat that lies
 * ahead was written before the clock went back; a living worker would have written again within a second.
 */
export function isWorkerGone(
  worker: WorkerRow,
  at: { readonly now: number; readonly isAlive: (pid: number) => boolean },
): boolean {
  return Math.abs(at.now - worker.heartbeatAt) > LEASE_MS || !at.isAlive(worker.pid);
}

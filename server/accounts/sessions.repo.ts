import { and, desc, eq, gt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sessions } from "@/db/schema";

export type SessionRow = typeof sessions.$inferSelect;

export function listLiveSessions(db: Db, userId: string, now: number): SessionRow[] {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, new Date(now))))
    .orderBy(desc(sessions.createdAt), desc(sessions.id))
    .all();
}

/** Ends one session of a person; whether it was theirs. */
export function deleteSession(db: Db, userId: string, id: string): boolean {
  return (
    db
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
      .run().changes > 0
  );
}

/** Signs a person out everywhere. */
export function deleteSessionsOf(db: Db, userId: string): void {
  db.delete(sessions).where(eq(sessions.userId, userId)).run();
}

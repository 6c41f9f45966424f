import { and, asc, desc, eq, isNotNull, isNull, lt, max } from "drizzle-orm";
import type { Db } from "@/db/client";
import { auditLog } from "@/db/schema";

export type AuditEntry = typeof auditLog.$inferInsert;
export type AuditRow = typeof auditLog.$inferSelect;

/** One line of the log of changes; nothing ever changes or removes it. */
export function recordChange(db: Db, entry: AuditEntry): void {
  db.insert(auditLog).values(entry).run();
}

interface AuditPage {
  /** Null: by nobody signed in; undefined: by anyone. */
  readonly actorId: string | null | undefined;
  readonly action: string | undefined;
  readonly beforeId: number | undefined;
  readonly limit: number;
}

/** Entries before `beforeId`, newest first. */
export function listAudit(db: Db, { actorId, action, beforeId, limit }: AuditPage): AuditRow[] {
  return db
    .select()
    .from(auditLog)
    .where(
      and(
        actorId === undefined
          ? undefined
          : actorId === null
            ? isNull(auditLog.actorId)
            : eq(auditLog.actorId, actorId),
        action === undefined ? undefined : eq(auditLog.action, action),
        beforeId === undefined ? undefined : lt(auditLog.id, beforeId),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(limit)
    .all();
}

/** Every action that the log knows, by name. */
export function listActions(db: Db): string[] {
  return db
    .selectDistinct({ action: auditLog.action })
    .from(auditLog)
    .orderBy(asc(auditLog.action))
    .all()
    .map(({ action }) => action);
}

/** When each person last did it. */
export function lastTimes(db: Db, action: string): Map<string, number> {
  const rows = db
    .select({ actorId: auditLog.actorId, at: max(auditLog.at) })
    .from(auditLog)
    .where(and(eq(auditLog.action, action), isNotNull(auditLog.actorId)))
    .groupBy(auditLog.actorId)
    .all();
  return new Map(rows.flatMap(({ actorId, at }) => (actorId === null || at === null ? [] : [[actorId, at]])));
}

import type { Db } from "@/db/client";
import { auditLog } from "@/db/schema";

export type AuditEntry = typeof auditLog.$inferInsert;

/** One line of the log of changes; nothing ever changes or removes it. */
export function recordChange(db: Db, entry: AuditEntry): void {
  db.insert(auditLog).values(entry).run();
}

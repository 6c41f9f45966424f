import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { invitations } from "@/db/schema";

export type InvitationRow = typeof invitations.$inferSelect;
type Kind = InvitationRow["kind"];

export function insertInvitation(db: Db, row: typeof invitations.$inferInsert): void {
  db.insert(invitations).values(row).run();
}

export function findInvitationByHash(db: Db, tokenHash: string): InvitationRow | undefined {
  return db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).get();
}

export function findInvitation(db: Db, id: string): InvitationRow | undefined {
  return db.select().from(invitations).where(eq(invitations.id, id)).get();
}

export function listInvitations(db: Db, limit: number): InvitationRow[] {
  return db
    .select()
    .from(invitations)
    .where(eq(invitations.kind, "invite"))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit)
    .all();
}

interface Taking {
  readonly kind: Kind;
  readonly tokenHash: string;
  readonly now: number;
}

/** Uses a link up, once; undefined where another took it first, or it is revoked or too old. */
export function takeInvitation(db: Db, { kind, tokenHash, now }: Taking): InvitationRow | undefined {
  return db
    .update(invitations)
    .set({ usedAt: now })
    .where(and(eq(invitations.tokenHash, tokenHash), eq(invitations.kind, kind), stillOpen(now)))
    .returning()
    .get();
}

export function setTaker(db: Db, id: string, userId: string): void {
  db.update(invitations).set({ usedBy: userId }).where(eq(invitations.id, id)).run();
}

/** Whether it was open until now. */
export function revokeInvitation(db: Db, id: string, now: number): boolean {
  return (
    db
      .update(invitations)
      .set({ revokedAt: now })
      .where(and(eq(invitations.id, id), stillOpen(now)))
      .run().changes > 0
  );
}

export function revokeSetUpLinks(db: Db, now: number): void {
  db.update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.kind, "set-up"), stillOpen(now)))
    .run();
}

function stillOpen(now: number) {
  return and(isNull(invitations.usedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now));
}

import { and, eq, gt, like } from "drizzle-orm";
import type { Db } from "@/db/client";
import { verifications } from "@/db/schema";
import { newId } from "@/server/foundation/ids";

const PREFIX = "new-password:";

interface NewLink {
  readonly tokenHash: string;
  readonly userId: string;
  readonly now: number;
  readonly expiresAt: number;
}

/** Keeps one link for a person: the newest. */
export function replacePasswordLink(db: Db, { tokenHash, userId, now, expiresAt }: NewLink): void {
  const at = new Date(now);
  db.transaction(() => {
    db.delete(verifications)
      .where(and(like(verifications.identifier, `${PREFIX}%`), eq(verifications.value, userId)))
      .run();
    db.insert(verifications)
      .values({
        id: newId("link", now),
        identifier: PREFIX + tokenHash,
        value: userId,
        expiresAt: new Date(expiresAt),
        createdAt: at,
        updatedAt: at,
      })
      .run();
  });
}

interface Asked {
  readonly tokenHash: string;
  readonly now: number;
}

/** Whose link it is; null where it is not open. */
export function findPasswordLink(db: Db, asked: Asked): string | null {
  return db.select().from(verifications).where(open(asked)).get()?.value ?? null;
}

/** Uses a link up; null where another did first, or it is not open. */
export function takePasswordLink(db: Db, asked: Asked): string | null {
  return db.delete(verifications).where(open(asked)).returning().get()?.value ?? null;
}

function open({ tokenHash, now }: Asked) {
  return and(eq(verifications.identifier, PREFIX + tokenHash), gt(verifications.expiresAt, new Date(now)));
}

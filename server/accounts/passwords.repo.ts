import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accounts } from "@/db/schema";
import { newId } from "@/server/foundation/ids";

/** The hash of a person's password; null where they have none. */
export function findPasswordHash(db: Db, userId: string): string | null {
  return db.select().from(accounts).where(ofUser(userId)).get()?.password ?? null;
}

interface NewHash {
  readonly userId: string;
  readonly hash: string;
  readonly now: number;
}

/** Gives a person a password, the first or another. */
export function storePasswordHash(db: Db, { userId, hash, now }: NewHash): void {
  const at = new Date(now);
  const changed = db
    .update(accounts)
    .set({ password: hash, updatedAt: at })
    .where(ofUser(userId))
    .run().changes;
  if (changed > 0) return;
  db.insert(accounts)
    .values({
      id: newId("account", now),
      userId,
      // As better-auth names them.
      accountId: userId,
      providerId: "credential",
      password: hash,
      createdAt: at,
      updatedAt: at,
    })
    .run();
}

function ofUser(userId: string) {
  return and(eq(accounts.userId, userId), eq(accounts.providerId, "credential"));
}

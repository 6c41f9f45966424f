import { and, eq, gt, lte } from "drizzle-orm";
import type { Db } from "@/db/client";
import { rateLimits } from "@/db/schema";
import { newId } from "@/server/foundation/ids";

interface Attempt {
  readonly key: string;
  readonly most: number;
  readonly windowMs: number;
  readonly now: number;
}

/** Counts an attempt; false where there were too many since the window began. Beside those that better-auth counts. */
export function takeAttempt(db: Db, { key, most, windowMs, now }: Attempt): boolean {
  return db.transaction(() => {
    db.delete(rateLimits)
      .where(and(eq(rateLimits.key, key), lte(rateLimits.lastRequest, now - windowMs)))
      .run();
    const row = db
      .select()
      .from(rateLimits)
      .where(and(eq(rateLimits.key, key), gt(rateLimits.lastRequest, now - windowMs)))
      .get();
    if (row === undefined) {
      db.insert(rateLimits)
        .values({ id: newId("limit", now), key, count: 1, lastRequest: now })
        .run();
      return true;
    }
    if (row.count >= most) return false;
    db.update(rateLimits)
      .set({ count: row.count + 1 })
      .where(eq(rateLimits.id, row.id))
      .run();
    return true;
  });
}

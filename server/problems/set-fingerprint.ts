import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { problems, problemSets } from "@/db/schema";

/** What makes an item the same item: another id, statement or answer is another item. */
export interface FingerprintedItem {
  readonly externalId: string;
  readonly statement: string;
  readonly answer: string;
}

/** SHA-256 of items in their order, in lower-case hexadecimal: one JSON array `[id, statement, answer]` a line. */
export function itemsSha256(items: Iterable<FingerprintedItem>): string {
  const hash = createHash("sha256");
  for (const { externalId, statement, answer } of items)
    hash.update(`${JSON.stringify([externalId, statement, answer])}\n`);
  return hash.digest("hex");
}

/**
 * The fingerprint of a set's items as they are now, kept with the set. An import that adds takes the old one away; while
 * it runs nothing is kept.
 */
export function setFingerprint(db: Db, setId: string): string {
  const set = db
    .select({ kept: problemSets.itemsSha256, status: problemSets.status })
    .from(problemSets)
    .where(eq(problemSets.id, setId))
    .get();
  if (set !== undefined && set.kept !== null) return set.kept;
  const sha256 = itemsSha256(
    db
      .select({ externalId: problems.externalId, statement: problems.statement, answer: problems.answer })
      .from(problems)
      .where(eq(problems.setId, setId))
      .orderBy(asc(problems.position))
      .all(),
  );
  if (set !== undefined && set.status !== "importing")
    db.update(problemSets).set({ itemsSha256: sha256 }).where(eq(problemSets.id, setId)).run();
  return sha256;
}

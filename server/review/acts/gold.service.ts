import { eq } from "drizzle-orm";
import type { z } from "zod";
import { reviewGold } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { findItem } from "../item/item.repo";
import type { ReviewContext } from "../review-context";
import type { goldSchema } from "../review.schema";

/**
 * Says what the right decision on an item is, so that each person's can be held against it; null takes that away.
 * @throws AppError when there is no such item
 */
export function setGold(
  { db, clock, actor }: ReviewContext,
  { number, verdict }: z.infer<typeof goldSchema>,
): z.infer<typeof goldSchema> {
  if (findItem(db, number) === null) {
    throw new AppError("not-found", `There is no item ${number}.`, { field: "number" });
  }
  if (verdict === null) db.delete(reviewGold).where(eq(reviewGold.itemNumber, number)).run();
  else {
    const set = { verdict, setBy: actor.id, setAt: clock.now() };
    db.insert(reviewGold)
      .values({ itemNumber: number, ...set })
      .onConflictDoUpdate({ target: reviewGold.itemNumber, set })
      .run();
  }
  return { number, verdict };
}

import { inArray } from "drizzle-orm";
import type { z } from "zod";
import { reviewItems } from "@/db/schema";
import type { ReviewContext } from "../review-context";
import type { itemsOfSchema } from "../review.schema";

/** The review items of some pairs and corrections, by the ids of these; what is no item (yet) is left out. */
export function itemsOf(
  { db }: ReviewContext,
  { pairIds, correctionIds }: z.infer<typeof itemsOfSchema>,
): readonly { readonly id: string; readonly number: number }[] {
  const read = (
    column: typeof reviewItems.pairId | typeof reviewItems.correctionId,
    ids: readonly string[],
  ) =>
    ids.length === 0
      ? []
      : db
          .select({ id: column, number: reviewItems.number })
          .from(reviewItems)
          .where(inArray(column, [...ids]))
          .all();
  return [...read(reviewItems.pairId, pairIds), ...read(reviewItems.correctionId, correctionIds)].flatMap(
    ({ id, number }) => (id === null ? [] : [{ id, number }]),
  );
}

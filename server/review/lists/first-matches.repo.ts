import { and, eq, sql } from "drizzle-orm";
import { reviewItems } from "@/db/schema";
import type { Reads } from "../review-context";
import type { ItemFilter } from "../review.schema";
import { itemWhere } from "./item-where";
import { textQuery } from "./text-query";

/** Numbers of some items that a filter finds, at most `limit`; it stops looking once it has so many. */
export function firstMatches(db: Reads, filter: ItemFilter, limit: number): number[] {
  const query = filter.text === null ? null : textQuery(filter.text);
  const numbers = db.select({ number: reviewItems.number }).from(reviewItems);
  const found =
    query === null || query === ""
      ? numbers.where(itemWhere(filter))
      : // Words lead: as a condition they would be looked up to the last before the first is shown.
        db
          .select({ number: reviewItems.number })
          .from(sql`review_text`)
          .crossJoin(reviewItems)
          .where(
            and(
              sql`review_text match ${query}`,
              eq(reviewItems.number, sql`review_text.rowid`),
              itemWhere({ ...filter, text: null }),
            ),
          );
  return found
    .limit(limit)
    .all()
    .map(({ number }) => number);
}

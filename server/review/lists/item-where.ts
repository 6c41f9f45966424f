import { and, gte, lte, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { reviewDecisions, reviewItems, reviewStanding } from "@/db/schema";
import type { ItemFilter } from "../review.schema";
import { textQuery } from "./text-query";

/**
 * The condition on `review_items` that a filter means; undefined where it leaves everything open. The plus before a
 * column keeps SQLite from reading the rows one by one through an index of that column: each value is had by so many of
 * them that reading the whole table in its order, or only what the words find, is several times as fast.
 */
export function itemWhere(filter: ItemFilter): SQL | undefined {
  const { machine } = filter;
  return and(
    isValue(reviewItems.kind, filter.kind),
    isValue(reviewItems.runId, filter.runId),
    isValue(reviewItems.stage, filter.stage),
    isValue(reviewItems.bucket, filter.bucket),
    isValue(reviewItems.level, filter.level),
    isValue(reviewItems.subject, filter.subject),
    isValue(reviewItems.outcome, filter.outcome),
    isValue(reviewItems.machineAccepted, machine === null ? null : machine === "accepted" ? 1 : 0),
    filter.marginMin === null ? undefined : gte(reviewItems.margin, filter.marginMin),
    filter.marginMax === null ? undefined : lte(reviewItems.margin, filter.marginMax),
    filter.lengthMin === null ? undefined : gte(reviewItems.length, filter.lengthMin),
    filter.lengthMax === null ? undefined : lte(reviewItems.length, filter.lengthMax),
    filter.annotatorId === null ? undefined : decidedBy(filter.annotatorId),
    filter.reason === null ? undefined : decidedFor(filter.reason),
    filter.text === null ? undefined : hasWords(filter.text),
  );
}

function isValue(column: SQLWrapper, value: string | number | null): SQL | undefined {
  return value === null ? undefined : sql`+${column} = ${value}`;
}

/** Whether a filter leaves every field open. */
export function isOpen(filter: ItemFilter): boolean {
  return itemWhere(filter) === undefined;
}

function decidedBy(userId: string): SQL {
  return sql`${reviewItems.number} in (select ${reviewStanding.itemNumber} from ${reviewStanding}
    where ${reviewStanding.userId} = ${userId})`;
}

function decidedFor(reason: string): SQL {
  return sql`${reviewItems.number} in (select ${reviewStanding.itemNumber} from ${reviewStanding}
    join ${reviewDecisions} on ${reviewDecisions.seq} = ${reviewStanding.decisionSeq}
    where instr(${reviewDecisions.reasons}, ${JSON.stringify(reason)}) > 0
      and exists (select 1 from json_each(${reviewDecisions.reasons}) where value = ${reason}))`;
}

function hasWords(typed: string): SQL | undefined {
  const query = textQuery(typed);
  if (query === null) return undefined;
  if (query === "") return sql`0`;
  return sql`${reviewItems.number} in (select rowid from review_text where review_text match ${query})`;
}

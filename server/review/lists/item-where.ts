import { and, eq, gte, lte, sql, type SQL } from "drizzle-orm";
import { reviewDecisions, reviewItems, reviewStanding } from "@/db/schema";
import type { ItemFilter } from "../review.schema";
import { textQuery } from "./text-query";

/** The condition on `review_items` that a filter means; undefined where it leaves everything open. */
export function itemWhere(filter: ItemFilter): SQL | undefined {
  return and(
    filter.kind === null ? undefined : eq(reviewItems.kind, filter.kind),
    filter.runId === null ? undefined : eq(reviewItems.runId, filter.runId),
    filter.stage === null ? undefined : eq(reviewItems.stage, filter.stage),
    filter.bucket === null ? undefined : eq(reviewItems.bucket, filter.bucket),
    filter.level === null ? undefined : eq(reviewItems.level, filter.level),
    filter.subject === null ? undefined : eq(reviewItems.subject, filter.subject),
    filter.marginMin === null ? undefined : gte(reviewItems.margin, filter.marginMin),
    filter.marginMax === null ? undefined : lte(reviewItems.margin, filter.marginMax),
    filter.lengthMin === null ? undefined : gte(reviewItems.length, filter.lengthMin),
    filter.lengthMax === null ? undefined : lte(reviewItems.length, filter.lengthMax),
    filter.outcome === null ? undefined : eq(reviewItems.outcome, filter.outcome),
    filter.machine === null ? undefined : eq(reviewItems.machineAccepted, filter.machine === "accepted"),
    filter.annotatorId === null ? undefined : decidedBy(filter.annotatorId),
    filter.reason === null ? undefined : decidedFor(filter.reason),
    filter.text === null ? undefined : hasWords(filter.text),
  );
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

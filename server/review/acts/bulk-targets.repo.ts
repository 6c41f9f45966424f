import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { campaignItems, reviewCampaigns, reviewItems, reviewLeases, reviewStanding } from "@/db/schema";
import { itemWhere } from "../lists/item-where";
import type { Reads, Transaction } from "../review-context";
import type { Bulk } from "../review.schema";

export interface BulkTarget extends Pick<Bulk, "campaignId" | "filter" | "state" | "numbers" | "verdict"> {
  readonly userId: string;
  readonly now: number;
}

/** What becomes of an item: it changes, or why it does not. */
export type Fate = "change" | "same" | "leased" | "full";

const own = alias(reviewStanding, "own");

/** Every item that a bulk act is about, each with its fate: preview and act both read this and nothing else. */
function targets(db: Reads, target: BulkTarget) {
  const { campaignId, filter, state, numbers, verdict, userId, now } = target;
  const given = sql`exists (select 1 from ${reviewLeases} where ${reviewLeases.campaignId} = ${campaignId}
    and ${reviewLeases.itemNumber} = ${reviewItems.number} and ${reviewLeases.userId} = ${userId})`;
  const enough = sql`(${campaignItems.state} <> 'open' or ${campaignItems.decided} >= ${reviewCampaigns.overlap})`;
  const fate = sql<Fate>`case
    when ${own.adjudication} then 'full'
    when ${own.verdict} = ${verdict} then 'same'
    when ${campaignItems.leaseUserId} <> ${userId} and ${campaignItems.leaseExpiresAt} > ${now} then 'leased'
    when ${own.verdict} is null and ${enough} and not ${given} then 'full'
    else 'change' end`;
  return db
    .select({
      number: reviewItems.number,
      kind: reviewItems.kind,
      before: sql<number | null>`${own.decisionSeq}`.as("before"),
      fate: fate.as("fate"),
    })
    .from(campaignItems)
    .innerJoin(reviewCampaigns, eq(reviewCampaigns.id, campaignItems.campaignId))
    .innerJoin(reviewItems, eq(reviewItems.number, campaignItems.itemNumber))
    .leftJoin(
      own,
      and(
        eq(own.campaignId, campaignItems.campaignId),
        eq(own.itemNumber, campaignItems.itemNumber),
        eq(own.userId, userId),
      ),
    )
    .where(
      and(
        eq(campaignItems.campaignId, campaignId),
        state === null ? undefined : eq(campaignItems.state, state),
        numbers === null
          ? undefined
          : sql`${campaignItems.itemNumber} in (select value from json_each(${JSON.stringify(numbers)}))`,
        itemWhere(filter),
      ),
    )
    .as("target");
}

/** How many items have which fate. */
export function countFates(db: Reads, target: BulkTarget): ReadonlyMap<Fate, number> {
  const rows = db.all<{ fate: Fate; n: number }>(
    sql`select fate, count(*) as n from ${targets(db, target)} group by fate`,
  );
  return new Map(rows.map(({ fate, n }) => [fate, n]));
}

interface BulkDecision {
  readonly actSeq: number;
  readonly reasons: readonly string[];
  readonly note: string;
  readonly guidelinesVersion: number;
}

/** Stores one decision for each item that changes. @returns how many */
export function insertBulk(tx: Transaction, target: BulkTarget, decision: BulkDecision): number {
  const { campaignId, userId, verdict, now } = target;
  const { actSeq, reasons, note, guidelinesVersion } = decision;
  return tx.run(sql`
    insert into review_decisions (act_seq, campaign_id, item_number, user_id, verdict, blind, chosen_side, reasons,
      note, took_suggestion, adjudication, guidelines_version, before, at)
    select ${actSeq}, ${campaignId}, number, ${userId}, ${verdict}, 0,
      case kind when 'pair' then 'left' else 'right' end, ${JSON.stringify(reasons)},
      ${note}, 0, 0, ${guidelinesVersion}, before, ${now}
    from ${targets(tx, target)} where fate = 'change' order by number`).changes;
}

/** Of some items those that a person has open themselves. */
export function heldAmong(
  tx: Transaction,
  params: { readonly campaignId: string; readonly numbers: readonly number[]; readonly userId: string },
): number[] {
  const held = tx
    .select({ number: campaignItems.itemNumber })
    .from(campaignItems)
    .where(and(eq(campaignItems.campaignId, params.campaignId), eq(campaignItems.leaseUserId, params.userId)))
    .all();
  const among = new Set(params.numbers);
  return held.map(({ number }) => number).filter((number) => among.has(number));
}

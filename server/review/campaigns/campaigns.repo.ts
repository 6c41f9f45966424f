import { and, asc, count, eq, ne, sql } from "drizzle-orm";
import { campaignItems, reviewCampaigns, reviewItems, reviewStanding } from "@/db/schema";
import { itemWhere } from "../lists/item-where";
import type { CampaignProgress } from "../queue-view.schema";
import type { Reads } from "../review-context";
import type { ItemFilter } from "../review.schema";

export function findCampaign(db: Reads, id: string) {
  return db.select().from(reviewCampaigns).where(eq(reviewCampaigns.id, id)).get() ?? null;
}

/** Oldest first: "Everything" leads. */
export function readCampaigns(db: Reads) {
  return db
    .select()
    .from(reviewCampaigns)
    .orderBy(asc(reviewCampaigns.createdAt), asc(reviewCampaigns.id))
    .all();
}

export function isNameTaken(
  db: Reads,
  params: { readonly name: string; readonly exceptId: string | null },
): boolean {
  const { name, exceptId } = params;
  const other = exceptId === null ? undefined : ne(reviewCampaigns.id, exceptId);
  const same = sql`lower(${reviewCampaigns.name}) = lower(${name})`;
  return (
    db.select({ id: reviewCampaigns.id }).from(reviewCampaigns).where(and(same, other)).get() !== undefined
  );
}

export function readProgress(
  db: Reads,
  params: { readonly campaignId: string; readonly userId: string },
): CampaignProgress {
  const { campaignId, userId } = params;
  const own = eq(campaignItems.campaignId, campaignId);
  const states = db
    .select({ state: campaignItems.state, items: count() })
    .from(campaignItems)
    .where(own)
    .groupBy(campaignItems.state)
    .all();
  const items = { open: 0, agreed: 0, conflict: 0, settled: 0 };
  for (const row of states) items[row.state] = row.items;
  const standing = (mine: boolean) =>
    db
      .select({ n: count() })
      .from(reviewStanding)
      .where(
        and(
          eq(reviewStanding.campaignId, campaignId),
          ne(reviewStanding.verdict, "skip"),
          mine ? eq(reviewStanding.userId, userId) : undefined,
        ),
      )
      .get()?.n ?? 0;
  const assigned = db
    .select({ n: count() })
    .from(campaignItems)
    .where(and(own, eq(campaignItems.assignedTo, userId), eq(campaignItems.state, "open")))
    .get();
  return {
    items,
    total: items.open + items.agreed + items.conflict + items.settled,
    decisions: standing(false),
    mine: standing(true),
    assignedToMe: assigned?.n ?? 0,
  };
}

export function countItems(db: Reads, filter: ItemFilter): number {
  return db.select({ n: count() }).from(reviewItems).where(itemWhere(filter)).get()?.n ?? 0;
}

/**
 * Says anew how far each decided item of a campaign is, after another number of people is wanted. An item that nobody
 * decided on is open under any number.
 */
export function restateItems(db: Reads, campaignId: string, overlap: number): void {
  const own = sql`${reviewStanding.campaignId} = ${campaignItems.campaignId} and ${reviewStanding.itemNumber} = ${campaignItems.itemNumber}`;
  const standing = sql`from ${reviewStanding} where ${own}`;
  db.update(campaignItems)
    .set({
      state: sql`case
        when exists (select 1 ${standing} and ${reviewStanding.adjudication} = 1) then 'settled'
        when ${campaignItems.decided} < ${overlap} then 'open'
        when (select count(distinct ${reviewStanding.verdict}) ${standing} and ${reviewStanding.verdict} <> 'skip') = 1
          then 'agreed'
        else 'conflict' end`,
    })
    .where(and(eq(campaignItems.campaignId, campaignId), sql`${campaignItems.decided} > 0`))
    .run();
}

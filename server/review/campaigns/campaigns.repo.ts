import { and, asc, count, eq, gt, ne, sql } from "drizzle-orm";
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

/** Items of a campaign that anybody has decided on. */
export function decidedNumbers(db: Reads, campaignId: string): number[] {
  return db
    .select({ number: campaignItems.itemNumber })
    .from(campaignItems)
    .where(and(eq(campaignItems.campaignId, campaignId), gt(campaignItems.decided, 0)))
    .all()
    .map(({ number }) => number);
}

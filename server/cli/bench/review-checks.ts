import { count, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { reviewActs, reviewStanding } from "@/db/schema";

/**
 * Looks through what a crowd left in the database.
 * @throws Error when an item was held by two people at once or decided by more than were wanted, or a decision is lost
 */
export function checkReview(
  db: Db,
  left: { readonly campaignId: string; readonly overlap: number; readonly acts: readonly string[] },
): void {
  const { campaignId, overlap, acts } = left;
  const shared = db.get<{ n: number }>(sql`
    select count(*) as n from review_leases as one join review_leases as other
      on other.campaign_id = one.campaign_id and other.item_number = one.item_number and other.user_id <> one.user_id
    where one.campaign_id = ${campaignId} and one.granted_at < coalesce(other.ended_at, 9e15)
      and other.granted_at < coalesce(one.ended_at, 9e15)`).n;
  if (shared > 0)
    throw new Error(`${shared} leases were held at the same time as another's on the same item.`);
  const full = db.all(sql`select item_number from review_standing where campaign_id = ${campaignId}
    group by item_number having count(*) > ${overlap}`);
  if (full.length > 0) throw new Error(`${full.length} items were decided by more than ${overlap} people.`);
  const stored = db
    .select({ id: reviewActs.id })
    .from(reviewActs)
    .where(eq(reviewActs.campaignId, campaignId))
    .all();
  const known = new Set(stored.map(({ id }) => id));
  const lost = acts.filter((id) => !known.has(id));
  if (lost.length > 0 || stored.length !== acts.length) {
    throw new Error(
      `${acts.length} decisions were sent, ${stored.length} are stored, ${lost.length} are lost.`,
    );
  }
  const standing = db
    .select({ n: count() })
    .from(reviewStanding)
    .where(eq(reviewStanding.campaignId, campaignId))
    .get()?.n;
  if (standing !== acts.length) throw new Error(`${acts.length} decisions were made, ${standing} stand.`);
  const counted = db.get<{ n: number }>(sql`select coalesce(sum(decided), 0) as n from campaign_items
    where campaign_id = ${campaignId}`).n;
  if (counted !== acts.length) throw new Error(`${acts.length} decisions were made, ${counted} are counted.`);
}

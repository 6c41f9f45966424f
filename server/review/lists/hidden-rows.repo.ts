import { and, eq, inArray, notExists } from "drizzle-orm";
import { campaignItems, reviewCampaigns, reviewStanding } from "@/db/schema";
import { mayAct } from "@/server/accounts/accounts.schema";
import type { ReviewContext } from "../review-context";

/**
 * Of some items those that an open blind campaign may still ask a person about: what was decided about them, and what
 * the machine says, is not to be seen in lists either. Whoever leads campaigns sees everything.
 */
export function hiddenFrom({ db, actor }: ReviewContext, numbers: readonly number[]): ReadonlySet<number> {
  if (mayAct(actor.role, "runner") || numbers.length === 0) return new Set();
  const mine = db
    .select({ seq: reviewStanding.decisionSeq })
    .from(reviewStanding)
    .where(
      and(
        eq(reviewStanding.campaignId, campaignItems.campaignId),
        eq(reviewStanding.itemNumber, campaignItems.itemNumber),
        eq(reviewStanding.userId, actor.id),
      ),
    );
  const rows = db
    .selectDistinct({ number: campaignItems.itemNumber })
    .from(campaignItems)
    .innerJoin(reviewCampaigns, eq(reviewCampaigns.id, campaignItems.campaignId))
    .where(
      and(
        inArray(campaignItems.itemNumber, [...numbers]),
        eq(reviewCampaigns.blind, true),
        eq(reviewCampaigns.status, "open"),
        notExists(mine),
      ),
    )
    .all();
  return new Set(rows.map(({ number }) => number));
}

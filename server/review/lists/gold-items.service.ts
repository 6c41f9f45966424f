import { and, asc, count, eq, ne, sql } from "drizzle-orm";
import { campaignItems, problems, reviewGold, reviewItems, reviewStanding } from "@/db/schema";
import { requireCampaign } from "../campaigns/campaigns.service";
import type { GoldItem } from "../queue-view.schema";
import type { ReviewContext } from "../review-context";

/**
 * The gold items of a campaign with how many people decided on each there, and how many as the gold says; skips do not
 * count.
 * @throws AppError when there is no such campaign
 */
export function goldItems({ db }: ReviewContext, campaignId: string): GoldItem[] {
  requireCampaign(db, campaignId);
  return db
    .select({
      number: reviewGold.itemNumber,
      verdict: reviewGold.verdict,
      kind: reviewItems.kind,
      stage: reviewItems.stage,
      statement: problems.statement,
      setAt: reviewGold.setAt,
      decided: count(reviewStanding.userId),
      right: sql<number>`coalesce(sum(${reviewStanding.verdict} = ${reviewGold.verdict}), 0)`,
    })
    .from(reviewGold)
    .innerJoin(
      campaignItems,
      and(eq(campaignItems.itemNumber, reviewGold.itemNumber), eq(campaignItems.campaignId, campaignId)),
    )
    .innerJoin(reviewItems, eq(reviewItems.number, reviewGold.itemNumber))
    .innerJoin(problems, eq(problems.id, reviewItems.problemId))
    .leftJoin(
      reviewStanding,
      and(
        eq(reviewStanding.campaignId, campaignId),
        eq(reviewStanding.itemNumber, reviewGold.itemNumber),
        ne(reviewStanding.verdict, "skip"),
      ),
    )
    .groupBy(reviewGold.itemNumber)
    .orderBy(asc(reviewGold.itemNumber))
    .all();
}

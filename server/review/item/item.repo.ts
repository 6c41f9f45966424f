import { and, asc, desc, eq, isNotNull, sql, type SQLWrapper } from "drizzle-orm";
import {
  campaignItems,
  chainVersions,
  problemFlags,
  problems,
  reviewCampaigns,
  reviewDecisions,
  reviewGold,
  reviewItems,
  reviewLeases,
  reviewStanding,
  reviewSuggestions,
  models,
  runs,
  users,
} from "@/db/schema";
import type { Reads } from "../review-context";

export function findItem(db: Reads, number: number) {
  return (
    db
      .select({ item: reviewItems, problem: problems, runName: runs.name })
      .from(reviewItems)
      .innerJoin(problems, eq(problems.id, reviewItems.problemId))
      .innerJoin(runs, eq(runs.id, reviewItems.runId))
      .where(eq(reviewItems.number, number))
      .get() ?? null
  );
}

interface Place {
  readonly campaignId: string;
  readonly number: number;
}

/** An item's row in a campaign. */
export function findPlace(db: Reads, { campaignId, number }: Place) {
  return (
    db
      .select()
      .from(campaignItems)
      .where(and(eq(campaignItems.campaignId, campaignId), eq(campaignItems.itemNumber, number)))
      .get() ?? null
  );
}
export type PlaceRow = NonNullable<ReturnType<typeof findPlace>>;

/** Whether a person was ever shown the item in this campaign, and when they were last given it. */
export function lastLease(db: Reads, { campaignId, number, userId }: Place & { readonly userId: string }) {
  return (
    db
      .select()
      .from(reviewLeases)
      .where(
        and(
          eq(reviewLeases.campaignId, campaignId),
          eq(reviewLeases.itemNumber, number),
          eq(reviewLeases.userId, userId),
        ),
      )
      .orderBy(desc(reviewLeases.grantedAt))
      .limit(1)
      .get() ?? null
  );
}

export function findLease(db: Reads, leaseId: string) {
  return db.select().from(reviewLeases).where(eq(reviewLeases.id, leaseId)).get() ?? null;
}

/** Decisions that stand on an item, of every campaign, oldest first. */
export function standingOn(db: Reads, number: number) {
  return db
    .select({ decision: reviewDecisions, name: users.name })
    .from(reviewStanding)
    .innerJoin(reviewDecisions, eq(reviewDecisions.seq, reviewStanding.decisionSeq))
    .innerJoin(users, eq(users.id, reviewStanding.userId))
    .where(eq(reviewStanding.itemNumber, number))
    .orderBy(asc(reviewStanding.decisionSeq))
    .all();
}
export type StandingRow = ReturnType<typeof standingOn>[number];

/** Open campaigns with this item that hide the order. */
export function blindCampaignsOf(db: Reads, number: number) {
  return db
    .select({
      id: reviewCampaigns.id,
      seed: reviewCampaigns.seed,
      createdAt: reviewCampaigns.createdAt,
    })
    .from(campaignItems)
    .innerJoin(reviewCampaigns, eq(reviewCampaigns.id, campaignItems.campaignId))
    .where(
      and(
        eq(campaignItems.itemNumber, number),
        eq(reviewCampaigns.blind, true),
        eq(reviewCampaigns.status, "open"),
      ),
    )
    .orderBy(asc(reviewCampaigns.createdAt), asc(reviewCampaigns.id))
    .all();
}

/** Whether the newest act about an act took it back. */
export const isUndone = (actSeq: SQLWrapper) =>
  sql<number>`coalesce((select later.kind = 'undo' from review_acts as later where later.target = ${actSeq} order by later.seq desc limit 1), 0)`;

/** Edited chains of an item that are shown, oldest first. */
export function versionsOf(db: Reads, number: number) {
  return db
    .select({ version: chainVersions, name: users.name })
    .from(chainVersions)
    .innerJoin(users, eq(users.id, chainVersions.userId))
    .where(and(eq(chainVersions.itemNumber, number), sql`not ${isUndone(chainVersions.actSeq)}`))
    .orderBy(asc(chainVersions.actSeq))
    .all();
}
export type VersionRow = ReturnType<typeof versionsOf>[number];

/** Who holds that the reference answers of these problems are wrong, oldest first. */
export function flagsOn(db: Reads, problemIds: readonly string[]) {
  return db
    .select({ flag: problemFlags, name: users.name })
    .from(problemFlags)
    .innerJoin(users, eq(users.id, problemFlags.userId))
    .where(sql`${problemFlags.problemId} in (select value from json_each(${JSON.stringify(problemIds)}))`)
    .orderBy(asc(problemFlags.problemId), asc(problemFlags.actSeq))
    .all();
}

export function findGold(db: Reads, number: number) {
  return db.select().from(reviewGold).where(eq(reviewGold.itemNumber, number)).get() ?? null;
}

/** What a judge model holds of an item, where it could tell. */
export function findSuggestion(db: Reads, key: { readonly number: number; readonly modelId: string }) {
  return (
    db
      .select({ score: reviewSuggestions.score, modelName: models.name })
      .from(reviewSuggestions)
      .innerJoin(models, eq(models.id, reviewSuggestions.modelId))
      .where(
        and(
          eq(reviewSuggestions.itemNumber, key.number),
          eq(reviewSuggestions.modelId, key.modelId),
          isNotNull(reviewSuggestions.score),
        ),
      )
      .get() ?? null
  );
}

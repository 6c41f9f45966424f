import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  campaignItems,
  models,
  problems,
  reviewCampaigns,
  reviewItems,
  reviewSuggestions,
} from "@/db/schema";
import { readSides } from "../item/read-sides";
import { refreshDoubt } from "../sync-items.service";

/** An item that a judge was not asked about. */
export interface UnjudgedItem {
  readonly number: number;
  readonly modelId: string;
}

/** Items of open campaigns that nobody has settled and whose judge was not asked yet, in the campaign's order; of one judge at a time. */
export function unjudgedItems(db: Db, limit: number): UnjudgedItem[] {
  const judges = db
    .select({ campaignId: reviewCampaigns.id, modelId: reviewCampaigns.judgeModelId })
    .from(reviewCampaigns)
    .innerJoin(models, eq(models.id, reviewCampaigns.judgeModelId))
    .where(and(eq(reviewCampaigns.status, "open"), eq(models.status, "ready")))
    .orderBy(asc(reviewCampaigns.createdAt))
    .all();
  for (const { campaignId, modelId } of judges) {
    if (modelId === null) continue;
    const found = db
      .select({ number: campaignItems.itemNumber })
      .from(campaignItems)
      .where(
        and(
          eq(campaignItems.campaignId, campaignId),
          eq(campaignItems.state, "open"),
          sql`not exists (select 1 from ${reviewSuggestions} as known
            where known.item_number = ${campaignItems.itemNumber} and known.model_id = ${modelId})`,
        ),
      )
      .orderBy(asc(campaignItems.rank))
      .limit(limit)
      .all();
    if (found.length > 0) return found.map(({ number }) => ({ number, modelId }));
  }
  return [];
}

/** Both chains of an item from their first step on, for the judge; null where its run is gone. */
export function textsOf(db: Db, number: number) {
  const found = db
    .select({ item: reviewItems, statement: problems.statement })
    .from(reviewItems)
    .innerJoin(problems, eq(problems.id, reviewItems.problemId))
    .where(eq(reviewItems.number, number))
    .get();
  if (found === undefined) return null;
  const { shared, prompt, chosen, rejected } = readSides(db, found.item);
  const given = shared.join("");
  return {
    statement: found.statement,
    prompt,
    chosen: given + chosen.raw,
    rejected: given + rejected.raw,
  };
}

export type Suggestion = typeof reviewSuggestions.$inferInsert;

/** Keeps a judge's opinion, and moves the item to where its doubt puts it now. */
export function keepSuggestion(db: Db, suggestion: Suggestion): void {
  db.transaction(
    (tx) => {
      tx.insert(reviewSuggestions).values(suggestion).onConflictDoNothing().run();
      refreshDoubt(tx, [suggestion.itemNumber]);
    },
    { behavior: "immediate" },
  );
}

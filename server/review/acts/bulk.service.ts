import type { z } from "zod";
import { AppError } from "@/server/foundation/errors";
import { requireCampaign } from "../campaigns/campaigns.service";
import type { CampaignRow } from "../sync/store-items.repo";
import type { ActResult, BulkPreview } from "../item-view.schema";
import { endLeaseOn } from "../queue/leases.repo";
import type { Reads, ReviewContext } from "../review-context";
import type { Bulk, bulkPreviewSchema } from "../review.schema";
import { actOnce, actResult } from "./act-once";
import { bulkWords, countOf } from "./act-words";
import { countFates, heldAmong, insertBulk, type BulkTarget } from "./bulk-targets.repo";
import { checkReasons } from "./check-reasons";
import { restateItems } from "./restate-items.repo";
import { itemsOf, standFrom } from "./standing.repo";

/** Items of one bulk act: it holds the one writer of the database for a second or so. */
const MOST_ITEMS = 50_000;

/**
 * What a bulk act would do now.
 * @throws AppError when the campaign hides the order, is closed, or is not there
 */
export function bulkPreview(
  { db, clock, actor }: ReviewContext,
  input: z.infer<typeof bulkPreviewSchema>,
): BulkPreview {
  openCampaign(db, input.campaignId);
  return previewOf(db, { ...input, userId: actor.id, now: clock.now() });
}

function previewOf(db: Reads, target: BulkTarget): BulkPreview {
  const fates = countFates(db, target);
  const counts = {
    change: fates.get("change") ?? 0,
    same: fates.get("same") ?? 0,
    leased: fates.get("leased") ?? 0,
    full: fates.get("full") ?? 0,
  };
  return { found: counts.change + counts.same + counts.leased + counts.full, ...counts };
}

/**
 * Decides on many items at once, as one act with one undo.
 * @throws AppError when another number of items would change than the preview said; then none does
 */
export function bulk(ctx: ReviewContext, input: Bulk): ActResult {
  const { actor } = ctx;
  const act = actOnce(ctx, { actId: input.actId, kind: "bulk" }, ({ tx, now, log }) => {
    const { campaignId, verdict, note } = input;
    const campaign = openCampaign(tx, campaignId);
    const reasons = checkReasons(tx, input.reasons, []);
    const target = { ...input, userId: actor.id, now };
    const { change } = previewOf(tx, target);
    checkCount(change, input.expected);
    const done = log({ campaignId, itemCount: change, summary: bulkWords(verdict, change, campaign.name) });
    insertBulk(tx, target, {
      actSeq: done.seq,
      reasons,
      note,
      guidelinesVersion: campaign.guidelinesVersion,
    });
    standFrom(tx, done.seq);
    const numbers = itemsOf(tx, done.seq);
    restateItems(tx, numbers);
    for (const number of heldAmong(tx, { campaignId, numbers, userId: actor.id })) {
      endLeaseOn(tx, { campaignId, number, userId: actor.id, now });
    }
    return done;
  });
  return actResult(act);
}

function openCampaign(db: Reads, campaignId: string): CampaignRow {
  const campaign = requireCampaign(db, campaignId);
  if (campaign.status === "closed") {
    throw new AppError("conflict", `The campaign "${campaign.name}" is closed.`, { field: "campaignId" });
  }
  if (!campaign.blind) return campaign;
  throw new AppError("conflict", `In the blind campaign "${campaign.name}" each item is decided by itself.`, {
    field: "campaignId",
    fix: "Open the items one by one.",
  });
}

function checkCount(change: number, expected: number): void {
  if (change !== expected) {
    throw new AppError(
      "conflict",
      `By now ${countOf(change)} would change, not ${expected.toLocaleString("en-GB")}. Nothing was changed.`,
      { field: "expected", fix: "Look at the new number and try again." },
    );
  }
  if (change === 0) {
    throw new AppError("conflict", "There is nothing to change.", { field: "filter" });
  }
  if (change > MOST_ITEMS) {
    throw new AppError("invalid-input", `At most ${countOf(MOST_ITEMS)} change at once.`, {
      field: "filter",
      fix: "Narrow the filter, and do it in parts.",
    });
  }
}

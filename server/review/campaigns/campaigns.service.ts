import { eq } from "drizzle-orm";
import type { z } from "zod";
import { models, reviewCampaigns } from "@/db/schema";
import { mayAct } from "@/server/accounts/accounts.schema";
import { AppError } from "@/server/foundation/errors";
import { newId } from "@/server/foundation/ids";
import { restateItems } from "../acts/restate-items.repo";
import type { CreateCampaign, previewCampaignSchema, updateCampaignSchema } from "../campaigns.schema";
import type { CampaignView } from "../queue-view.schema";
import type { Reads, ReviewContext } from "../review-context";
import { placeItems, type CampaignRow } from "../sync/store-items.repo";
import {
  countItems,
  decidedNumbers,
  findCampaign,
  isNameTaken,
  readCampaigns,
  readProgress,
} from "./campaigns.repo";

export function listCampaigns(ctx: ReviewContext): CampaignView[] {
  return readCampaigns(ctx.db).map((row) => viewOf(ctx, row));
}

/** @throws AppError when there is none of this id */
export function getCampaign(ctx: ReviewContext, campaignId: string): CampaignView {
  return viewOf(ctx, requireCampaign(ctx.db, campaignId));
}

/** @throws AppError when there is none of this id */
export function requireCampaign(db: Reads, campaignId: string): CampaignRow {
  const found = findCampaign(db, campaignId);
  if (found === null) {
    throw new AppError("not-found", "There is no such campaign.", {
      field: "campaignId",
      fix: "Choose one from the list of campaigns.",
    });
  }
  return found;
}

/** Makes a campaign of the items that its filter finds now; new items that it finds join while it is open. */
export function createCampaign(ctx: ReviewContext, input: CreateCampaign): CampaignView {
  const { db, clock, actor } = ctx;
  requireFreeName(db, { name: input.name, exceptId: null });
  requireJudge(db, input);
  const now = clock.now();
  const id = newId("camp", now);
  db.transaction(
    (tx) => {
      const row = { ...input, id, status: "open", createdBy: actor.id, createdAt: now } as const;
      tx.insert(reviewCampaigns).values(row).run();
      placeItems(tx, row, null);
    },
    { behavior: "immediate" },
  );
  return getCampaign(ctx, id);
}

/** How many items a campaign of this filter would have now. */
export function previewCampaign(
  { db }: ReviewContext,
  { filter }: z.infer<typeof previewCampaignSchema>,
): { readonly items: number } {
  return { items: countItems(db, filter) };
}

/** @throws AppError when the name is taken, or the judge does not fit */
export function updateCampaign(
  ctx: ReviewContext,
  input: z.infer<typeof updateCampaignSchema>,
): CampaignView {
  const { db, clock } = ctx;
  const { campaignId, name, status, overlap, goldEvery, judgeModelId } = input;
  db.transaction(
    (tx) => {
      const campaign = requireCampaign(tx, campaignId);
      if (name !== undefined) requireFreeName(tx, { name, exceptId: campaignId });
      requireJudge(tx, { blind: campaign.blind, judgeModelId: judgeModelId ?? null });
      const closes = status === "closed" && campaign.status === "open";
      const opens = status === "open" && campaign.status === "closed";
      const changes = {
        ...(name === undefined ? {} : { name }),
        ...(overlap === undefined ? {} : { overlap }),
        ...(goldEvery === undefined ? {} : { goldEvery }),
        ...(judgeModelId === undefined ? {} : { judgeModelId }),
        ...(closes ? { status: "closed" as const, closedAt: clock.now() } : {}),
        ...(opens ? { status: "open" as const, closedAt: null } : {}),
      };
      if (Object.keys(changes).length === 0) return;
      tx.update(reviewCampaigns).set(changes).where(eq(reviewCampaigns.id, campaignId)).run();
      if (opens) placeItems(tx, campaign, null);
      // An item that nobody decided on is open under any number of people.
      if (overlap !== undefined) restateItems(tx, decidedNumbers(tx, campaignId));
    },
    { behavior: "immediate" },
  );
  return getCampaign(ctx, campaignId);
}

function viewOf({ db, actor }: ReviewContext, { createdBy: _by, ...row }: CampaignRow): CampaignView {
  return {
    ...row,
    goldEvery: mayAct(actor.role, "runner") ? row.goldEvery : null,
    progress: readProgress(db, { campaignId: row.id, userId: actor.id }),
  };
}

function requireFreeName(
  db: Reads,
  params: { readonly name: string; readonly exceptId: string | null },
): void {
  if (!isNameTaken(db, params)) return;
  throw new AppError("conflict", `A campaign is called "${params.name}" already.`, {
    field: "name",
    fix: "Give it another name.",
  });
}

function requireJudge(
  db: Reads,
  { blind, judgeModelId }: { readonly blind: boolean; readonly judgeModelId: string | null },
): void {
  if (judgeModelId === null) return;
  if (blind) {
    throw new AppError("invalid-input", "A blind campaign shows no suggestions.", {
      field: "judgeModelId",
      fix: "Leave the judge out, or do not make the campaign blind.",
    });
  }
  const model = db.select({ id: models.id }).from(models).where(eq(models.id, judgeModelId)).get();
  if (model !== undefined) return;
  throw new AppError("not-found", "There is no such model.", {
    field: "judgeModelId",
    fix: "Choose one from the list of models.",
  });
}

import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { reviewCampaigns, reviewGuidelines, users } from "@/db/schema";
import { mayAct } from "@/server/accounts/accounts.schema";
import { AppError } from "@/server/foundation/errors";
import { requireCampaign } from "../campaigns/campaigns.service";
import type { saveGuidelinesSchema } from "../campaigns.schema";
import type { GuidelinesView } from "../queue-view.schema";
import type { ReviewContext } from "../review-context";
import { FIRST_GUIDELINES } from "./first-guidelines";

/** The newest guidelines of a campaign, with all versions before them. */
export function readGuidelines({ db, actor }: ReviewContext, campaignId: string): GuidelinesView {
  requireCampaign(db, campaignId);
  const names = mayAct(actor.role, "admin");
  const versions = db
    .select({
      version: reviewGuidelines.version,
      markdown: reviewGuidelines.markdown,
      userId: reviewGuidelines.userId,
      name: users.name,
      at: reviewGuidelines.at,
    })
    .from(reviewGuidelines)
    .leftJoin(users, eq(users.id, reviewGuidelines.userId))
    .where(eq(reviewGuidelines.campaignId, campaignId))
    .orderBy(desc(reviewGuidelines.version))
    .all()
    .map(({ userId, name, ...version }) => ({ ...version, by: names || userId === actor.id ? name : null }));
  const [newest] = versions;
  return {
    campaignId,
    version: newest?.version ?? 0,
    markdown: newest?.markdown ?? FIRST_GUIDELINES,
    versions,
  };
}

/**
 * Keeps a new version.
 * @throws AppError when somebody saved another since the one that was edited
 */
export function saveGuidelines(
  ctx: ReviewContext,
  { campaignId, markdown, basedOn }: z.infer<typeof saveGuidelinesSchema>,
): GuidelinesView {
  const { db, clock, actor } = ctx;
  db.transaction(
    (tx) => {
      const { guidelinesVersion } = requireCampaign(tx, campaignId);
      const raised = tx
        .update(reviewCampaigns)
        .set({ guidelinesVersion: basedOn + 1 })
        .where(and(eq(reviewCampaigns.id, campaignId), eq(reviewCampaigns.guidelinesVersion, basedOn)))
        .run().changes;
      if (raised !== 1) {
        throw new AppError(
          "conflict",
          `The guidelines have changed since: version ${guidelinesVersion} is newer than ${basedOn}, which was edited.`,
          { field: "basedOn", fix: "Copy your text, load the newest version, and put your changes into it." },
        );
      }
      tx.insert(reviewGuidelines)
        .values({ campaignId, version: basedOn + 1, markdown, userId: actor.id, at: clock.now() })
        .run();
    },
    { behavior: "immediate" },
  );
  return readGuidelines(ctx, campaignId);
}

import { AppError } from "@/server/foundation/errors";
import { requireCampaign } from "@/server/review/campaigns/campaigns.service";
import { exportDecisions } from "@/server/review/export-decisions";
import { contextFor } from "@/server/trpc/context-for";
import { linesFile } from "../../lines-file";

interface Params {
  readonly params: Promise<{ campaignId: string }>;
}

/** Streams what people decided in a campaign, or in all of them (`all`), as a JSON Lines file. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { campaignId } = await params;
  const asked = await contextFor(request, "runner");
  if ("refused" in asked) return asked.refused;
  const { db, actor } = asked.context;
  const one = campaignId === "all" ? null : campaignId;
  try {
    if (one !== null) requireCampaign(db, one);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(`${error.message}\n`, { status: 404 });
  }
  return linesFile(`decisions-${campaignId}`, exportDecisions({ db, actor }, one));
}

import type { reviewCampaigns } from "@/db/schema";
import { NO_FILTER } from "../review.schema";

const EVERYTHING_ID = "camp_all";

/** The campaign that is made with the first item: everything, most doubtful first, one person an item. */
export function everythingCampaign(now: number): typeof reviewCampaigns.$inferInsert {
  return {
    id: EVERYTHING_ID,
    name: "Everything",
    status: "open",
    filter: NO_FILTER,
    sort: "doubtful",
    seed: 0,
    overlap: 1,
    blind: false,
    createdAt: now,
  };
}

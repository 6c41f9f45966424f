import { createLoader, parseAsString, parseAsStringLiteral, type inferParserType } from "nuqs/server";
import { ITEM_KINDS } from "@/server/review/review.schema";
import { teamFilterSchema, type TeamFilter } from "@/server/review/team/team.schema";
import { STAGES } from "@/server/sphere/io";

/** Of which decisions, in the URL. */
export const teamParsers = {
  campaign: parseAsString,
  kind: parseAsStringLiteral(ITEM_KINDS),
  stage: parseAsStringLiteral(STAGES),
};

export const loadTeamSearch = createLoader(teamParsers);

type Search = inferParserType<typeof teamParsers>;

/** What to ask the server for; a campaign that cannot be one is as if it were not there. */
export function teamFilter({ campaign, kind, stage }: Search): TeamFilter {
  const { data } = teamFilterSchema.safeParse({ campaignId: campaign, kind, stage });
  return data ?? { campaignId: null, kind, stage };
}

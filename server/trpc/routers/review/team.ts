import { teamDaysSchema, teamFilterSchema } from "@/server/review/team/team.schema";
import { teamDays, teamFigures } from "@/server/review/team/team.service";
import { procedures, router } from "../../init";

/** What the team learns from its decisions. */
export const teamRouter = router({
  figures: procedures.reader.input(teamFilterSchema).query(({ ctx, input }) => teamFigures(ctx, input)),
  days: procedures.reader.input(teamDaysSchema).query(({ ctx, input }) => teamDays(ctx, input)),
});

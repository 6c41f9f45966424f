import { boardCurvesSchema, boardFilterSchema } from "@/server/evaluations/leaderboard/leaderboard.schema";
import { readCurves, readLeaderboard } from "@/server/evaluations/leaderboard/leaderboard.service";
import { PUBLISHED_ROWS } from "@/server/evaluations/published-rows";
import { procedures } from "../../init";

export const leaderboardProcedures = {
  leaderboard: procedures.reader
    .input(boardFilterSchema)
    .query(({ ctx, input }) => readLeaderboard(ctx.db, input)),
  curves: procedures.reader.input(boardCurvesSchema).query(({ ctx, input }) => readCurves(ctx.db, input)),
  publishedRows: procedures.reader.query(() => PUBLISHED_ROWS),
};

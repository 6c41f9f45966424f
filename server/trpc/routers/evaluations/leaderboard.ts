import { boardCurvesSchema, boardPageSchema } from "@/server/evaluations/leaderboard/leaderboard.schema";
import { readCurves, readLeaderboard } from "@/server/evaluations/leaderboard/leaderboard.service";
import { pageOfBoard } from "@/server/evaluations/leaderboard/page-of-board";
import { PUBLISHED_ROWS } from "@/server/evaluations/published-rows";
import { procedures } from "../../init";

export const leaderboardProcedures = {
  leaderboard: procedures.reader
    .input(boardPageSchema)
    .query(({ ctx, input: { page, ...filter } }) => pageOfBoard(readLeaderboard(ctx.db, filter), page)),
  curves: procedures.reader.input(boardCurvesSchema).query(({ ctx, input }) => readCurves(ctx.db, input)),
  publishedRows: procedures.reader.query(() => PUBLISHED_ROWS),
};

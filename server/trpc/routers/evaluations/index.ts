import { router } from "../../init";
import { compareProcedures } from "./compare";
import { leaderboardProcedures } from "./leaderboard";
import { readingProcedures } from "./reading";
import { regradeProcedures } from "./regrade";
import { workProcedures } from "./work";

export const evaluationsRouter = router({
  ...workProcedures,
  ...readingProcedures,
  ...regradeProcedures,
  ...leaderboardProcedures,
  ...compareProcedures,
});

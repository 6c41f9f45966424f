import { router } from "../../init";
import { actProcedures } from "./acts";
import { queueProcedures } from "./queue";
import { teamRouter } from "./team";

export const reviewRouter = router({
  ...queueProcedures,
  ...actProcedures,
  team: teamRouter,
});

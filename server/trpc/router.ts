import { router } from "./init";
import { accountsRouter } from "./routers/accounts";
import { evaluationsRouter } from "./routers/evaluations";
import { modelsRouter } from "./routers/models";
import { problemsRouter } from "./routers/problems";
import { reviewRouter } from "./routers/review";
import { runsRouter } from "./routers/runs";

/** The whole API, one router a capability. */
export const appRouter = router({
  problems: problemsRouter,
  models: modelsRouter,
  runs: runsRouter,
  review: reviewRouter,
  evaluations: evaluationsRouter,
  accounts: accountsRouter,
});

export type AppRouter = typeof appRouter;

import { router } from "./init";
import { modelsRouter } from "./routers/models";
import { problemsRouter } from "./routers/problems";
import { runsRouter } from "./routers/runs";

/** The whole API, one router a capability. */
export const appRouter = router({
  problems: problemsRouter,
  models: modelsRouter,
  runs: runsRouter,
});

export type AppRouter = typeof appRouter;

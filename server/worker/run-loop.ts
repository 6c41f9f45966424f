import { claimNextRun, type ClaimedRun } from "@/server/runs/lifecycle.repo";
import { DRY_RUNS_AT_ONCE, RUNS_AT_ONCE } from "@/server/runs/tunables";
import { jobLoop, type LoopDeps } from "./job-loop";
import { serveRun } from "./serve-run";

/** Serves runs until the process ends. A dry run finds a place of its own when all others are taken. */
export function runLoop(deps: LoopDeps): Promise<void> {
  const { db, clock } = deps;
  return jobLoop<ClaimedRun>(deps, {
    noun: "run",
    claim({ leaseId, atWork }) {
      const free = RUNS_AT_ONCE - atWork;
      if (free + DRY_RUNS_AT_ONCE <= 0) return null;
      return claimNextRun(db, { leaseId, now: clock.now(), dryRunsOnly: free <= 0 });
    },
    idOf: ({ run }) => run.id,
    serve: (claimed, downBefore) => serveRun(deps, claimed, downBefore),
  });
}

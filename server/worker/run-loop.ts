import { newId } from "@/server/foundation/ids";
import { claimNextRun, type ClaimedRun } from "@/server/runs/lifecycle.repo";
import { CLAIM_POLL_MS } from "@/server/jobs/tunables";
import { DRY_RUNS_AT_ONCE, RUNS_AT_ONCE } from "@/server/runs/tunables";
import { serveRun, type ServeDeps } from "./serve-run";

export interface RunLoopDeps extends ServeDeps {
  readonly workerId: string;
}

/**
 * Serves several runs at once until the process ends, each under its own lease; more wait in the queue. Runs on
 * one engine share it through its dispatcher, runs on different engines go side by side. A dry run finds a place
 * of its own when all others are taken.
 */
export async function runLoop(deps: RunLoopDeps): Promise<void> {
  const { db, clock, logger, signal } = deps;
  const atWork = new Map<string, Promise<void>>();
  const downInARow = new Map<string, number>();

  function claim(): ClaimedRun | null {
    const free = RUNS_AT_ONCE - atWork.size;
    if (free + DRY_RUNS_AT_ONCE <= 0) return null;
    const leaseId = `${deps.workerId}/${newId("lease")}`;
    return claimNextRun(db, { leaseId, now: clock.now(), dryRunsOnly: free <= 0 });
  }

  async function serve(claimed: ClaimedRun): Promise<void> {
    const { id } = claimed.run;
    const before = downInARow.get(id) ?? 0;
    try {
      const ended = await serveRun(deps, claimed, before);
      if (ended === "engine-down") downInARow.set(id, before + 1);
      else downInARow.delete(id);
    } catch (error) {
      // Its lease runs out, and it is taken again; the others go on.
      logger.error({ err: error, runId: id }, "run could not be served");
    }
  }

  while (!signal.aborted) {
    const claimed = claim();
    if (claimed === null) {
      await clock.sleep(CLAIM_POLL_MS, signal).catch(() => undefined);
      continue;
    }
    const { leaseId } = claimed;
    atWork.set(
      leaseId,
      serve(claimed).finally(() => atWork.delete(leaseId)),
    );
  }
  await Promise.all(atWork.values());
}

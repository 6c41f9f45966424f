import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { staleDryRuns } from "@/server/runs/dry-run.repo";
import { removeRun } from "@/server/runs/remove-run.service";
import { DRY_RUN_KEPT_MS } from "@/server/runs/tunables";

const EVERY_MS = 60 * 60_000;

/** Removes dry runs that nobody removed for a week, now and every hour, until the process ends. */
export async function tidyUp(
  { db, clock, logger }: { readonly db: Db; readonly clock: Clock; readonly logger: Logger },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for (const runId of staleDryRuns(db, { endedBefore: clock.now() - DRY_RUN_KEPT_MS })) {
      await removeRun({ db }, runId).catch((error: unknown) => {
        logger.warn({ runId, reason: errorMessage(error) }, "dry run could not be removed");
      });
    }
    await clock.sleep(EVERY_MS, signal).catch(() => undefined);
  }
}

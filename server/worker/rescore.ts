import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { rescoreEvaluation, type RescoreDeps } from "@/server/evaluations/regrade/rescore-evaluation";
import { askForInterrupted, listRescores } from "@/server/evaluations/regrade/rescore.repo";

const EVERY_MS = 1_000;

/** Re-scores the evaluations that somebody, or an upgrade, asked it of, one after the other, until the process ends. */
export async function rescore(
  deps: RescoreDeps & { readonly logger: Logger },
  signal: AbortSignal,
): Promise<void> {
  const { db, grader, clock, logger } = deps;
  askForInterrupted(db, grader.version);
  while (!signal.aborted) {
    try {
      for (const asked of listRescores(db)) await one(deps, asked, signal);
    } catch (error) {
      // The database may be busy for longer than anybody waits; the next look comes soon.
      logger.warn({ reason: errorMessage(error) }, "re-scores could not be listed");
    }
    await clock.sleep(EVERY_MS, signal).catch(() => undefined);
  }
}

/** One that cannot be done, such as one that is just being removed, keeps nobody else waiting. */
async function one(
  deps: Parameters<typeof rescore>[0],
  asked: { readonly id: string; readonly rescoreTo: string },
  signal: AbortSignal,
): Promise<void> {
  try {
    const done = await rescoreEvaluation(deps, asked, signal);
    if (done)
      deps.logger.info(
        { evaluation: asked.id, grader: asked.rescoreTo },
        "numbers of an evaluation are made",
      );
  } catch (error) {
    deps.logger.warn(
      { evaluation: asked.id, reason: errorMessage(error) },
      "an evaluation could not be re-scored",
    );
  }
}

import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { WATCH_POLL_MS } from "@/server/jobs/tunables";
import type { EvaluationView } from "../evaluation-view";
import { findEvaluation } from "./evaluations.repo";
import { evaluationEventsAfter, type EvaluationEvent } from "./events.repo";
import { toEvaluationView } from "./to-evaluation-view";

/** What a watcher gets at once: the evaluation as it stands, and the events since the last time. */
export interface EvaluationUpdate {
  readonly evaluation: EvaluationView;
  readonly events: readonly EvaluationEvent[];
}

const EVENTS_AT_ONCE = 500;

/**
 * Tails an evaluation by its event table: whoever comes back with the last id seen gets what was missed. Evaluation and
 * events are read in one transaction, so a final status never comes before its events. Ends when the signal does or when
 * the evaluation is gone.
 */
export async function* watchEvaluation(
  deps: { readonly db: Db; readonly clock: Clock },
  params: { readonly evaluationId: string; readonly afterId: number },
  signal: AbortSignal,
): AsyncGenerator<{ readonly id: number; readonly update: EvaluationUpdate }> {
  const { db, clock } = deps;
  const { evaluationId } = params;
  let afterId = params.afterId;
  let lastSent = "";
  while (!signal.aborted) {
    const update = db.transaction(() => {
      const row = findEvaluation(db, evaluationId);
      if (row === null) return null;
      const events = evaluationEventsAfter(db, { evaluationId, afterId, limit: EVENTS_AT_ONCE });
      return { evaluation: toEvaluationView(db, row), events };
    });
    if (update === null) return;
    const snapshot = JSON.stringify(update.evaluation);
    if (update.events.length > 0 || snapshot !== lastSent) {
      afterId = update.events.at(-1)?.id ?? afterId;
      lastSent = snapshot;
      yield { id: afterId, update };
    }
    if (update.events.length < EVENTS_AT_ONCE)
      await clock.sleep(WATCH_POLL_MS, signal).catch(() => undefined);
  }
}

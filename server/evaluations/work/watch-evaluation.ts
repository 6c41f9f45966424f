import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { EVENTS_AT_ONCE, tailJob } from "@/server/jobs/tail";
import type { EvaluationView } from "../evaluation-view";
import { findEvaluation } from "./evaluations.repo";
import { evaluationEventsAfter, type EvaluationEvent } from "./events.repo";
import { toEvaluationView } from "./to-evaluation-view";

/** What a watcher gets at once: the evaluation as it stands, and the events since the last time. */
export interface EvaluationUpdate {
  readonly evaluation: EvaluationView;
  readonly events: readonly EvaluationEvent[];
}

/** Tails an evaluation, as `tailJob` says. */
export async function* watchEvaluation(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  { evaluationId, afterId }: { readonly evaluationId: string; readonly afterId: number },
  signal: AbortSignal,
): AsyncGenerator<{ readonly id: number; readonly update: EvaluationUpdate }> {
  const read = (after: number) =>
    db.transaction(() => {
      const row = findEvaluation(db, evaluationId);
      if (row === null) return null;
      const events = evaluationEventsAfter(db, { evaluationId, afterId: after, limit: EVENTS_AT_ONCE });
      return { view: toEvaluationView(db, row), events };
    });
  for await (const { id, seen } of tailJob(clock, { afterId, read }, signal)) {
    yield { id, update: { evaluation: seen.view, events: seen.events } };
  }
}

import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluations } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import type { OpenedModel } from "@/server/models/opened-model";
import { workThrough, type WorkEnd } from "@/server/models/work-through";
import { findSet } from "@/server/problems/problem-sets.repo";
import { answerItem } from "./answer-item";
import { findEvaluation, type EvaluationRow } from "./evaluations.repo";
import { openItems } from "./items.repo";
import { requireLease, type ClaimedEvaluation } from "./lifecycle.repo";
import { keepRunningScore } from "./running-score";

export interface EvaluateDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly model: OpenedModel;
  /** Aborted when a person pauses or cancels, the process ends, or the lease is lost. */
  readonly signal: AbortSignal;
}

/** Why working on an evaluation ended; `blocked` needs a person. */
export type EvaluationEnd = WorkEnd | { readonly kind: "blocked"; readonly reason: string };

/**
 * Has the model answer every item of a claimed evaluation that is not over yet, and keeps the numbers up to date. An item's
 * own failure is recorded on the item and the evaluation goes on.
 * @throws LeaseLostError when another worker has taken the evaluation over
 * @throws EngineError when the model's prompt cannot be had
 */
export async function executeEvaluation(
  deps: EvaluateDeps,
  claimed: ClaimedEvaluation,
): Promise<EvaluationEnd> {
  const { db, model, signal } = deps;
  const { evaluation } = claimed;
  if (!isTheSame(db, evaluation, model)) return { kind: "blocked", reason: CHANGED };
  const source = findSet(db, evaluation.problemSetId)?.source ?? "";
  keepRenderedPrompt(db, claimed, await model.engine.renderPrompt(evaluation.protocol.prompt));
  const score = keepRunningScore(deps, claimed);
  const waiting = openItems(db, evaluation.id);
  const end = await workThrough(
    {
      next: () => Promise.resolve(waiting.next()),
      async workOn(item, stopped) {
        await answerItem({ ...deps, source, signal: stopped }, claimed, item);
        score.itemOver();
      },
    },
    { models: [model], tenant: evaluation.id, signal },
  );
  score.settle();
  return end;
}

const CHANGED =
  "The model's entry names another file or address than when this was launched. Set it back and resume, " +
  "or launch a new evaluation.";

/**
 * Answers of two models under one name would be a number of neither. The hash of a file that a person added is computed
 * later and goes into the identity of both: the row may know it since it was claimed.
 */
function isTheSame(db: Db, { id, model }: EvaluationRow, { identity }: OpenedModel): boolean {
  return identity === model.identity || identity === findEvaluation(db, id)?.model.identity;
}

function keepRenderedPrompt(db: Db, claimed: ClaimedEvaluation, renderedPrompt: string): void {
  db.transaction(
    (tx) => {
      requireLease(tx, claimed);
      tx.update(evaluations).set({ renderedPrompt }).where(eq(evaluations.id, claimed.evaluation.id)).run();
    },
    { behavior: "immediate" },
  );
}

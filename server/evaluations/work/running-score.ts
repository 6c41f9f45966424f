import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";
import { requireLease, type ClaimedEvaluation } from "./lifecycle.repo";
import { computeScore, storeScore } from "./score-evaluation";

/** Numbers are made anew no more often than this, and never take more than a twentieth of the time. */
const AT_MOST_EVERY_MS = 1_000;
const PAUSE_PER_COST = 20;
/** Of the bootstrap, while numbers still move by more than it can tell. */
const RUNNING_ROUNDS = 1_000;

/** Keeps the numbers of an evaluation at work near what is recorded. */
export interface RunningScore {
  /** An item is over. @throws LeaseLostError when another worker holds the evaluation */
  itemOver(): void;
  /** Makes the numbers whole, as they stay. @throws LeaseLostError as above */
  settle(): void;
}

export function keepRunningScore(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  claimed: ClaimedEvaluation,
): RunningScore {
  const evaluationId = claimed.evaluation.id;
  const graderVersion = EVALUATION_GRADER;
  let notBefore = Number.NEGATIVE_INFINITY;

  function score(rounds?: number): void {
    // Computed before the database is locked: that takes longer than a write should.
    const computed = computeScore(db, evaluationId, {
      graderVersion,
      ...(rounds === undefined ? {} : { rounds }),
    });
    if (computed === null) return;
    db.transaction(
      (tx) => {
        requireLease(tx, claimed);
        storeScore(tx, { evaluationId, graderVersion, score: computed, computedAt: clock.now() });
      },
      { behavior: "immediate" },
    );
  }

  return {
    itemOver() {
      const begun = clock.now();
      if (begun < notBefore) return;
      score(RUNNING_ROUNDS);
      const ended = clock.now();
      notBefore = ended + Math.max(AT_MOST_EVERY_MS, PAUSE_PER_COST * (ended - begun));
    },
    settle: () => {
      score();
    },
  };
}

import type { Db } from "@/db/client";
import { evaluationScores } from "@/db/schema";
import type { EvaluationScore } from "../score.schema";
import { scoreItems } from "../scoring/score-items";
import { findEvaluation } from "./evaluations.repo";
import { readGradedItems } from "./item-answers.repo";

/**
 * Computes the numbers of an evaluation under one grader from the verdicts there are, and stores them in place of the
 * earlier ones. While it works they are over the items that are over; none are stored before the first.
 * @param graded.now when they were computed, which decides between graders that are both not in force
 * @returns the numbers, or null where there is nothing to tell yet
 */
export function scoreEvaluation(
  db: Db,
  evaluationId: string,
  graded: { readonly graderVersion: string; readonly now: number },
): EvaluationScore | null {
  const { graderVersion, now } = graded;
  const evaluation = findEvaluation(db, evaluationId);
  if (evaluation === null) return null;
  const { greedy, sampled, seed } = evaluation.protocol;
  const { items, leftOut, settled } = readGradedItems(db, { evaluationId, graderVersion });
  if (items.length + leftOut === 0) return null;
  const score = scoreItems(items, { greedy, samples: sampled?.samples ?? null, leftOut, settled, seed });
  db.insert(evaluationScores)
    .values({ evaluationId, graderVersion, score, computedAt: now })
    .onConflictDoUpdate({
      target: [evaluationScores.evaluationId, evaluationScores.graderVersion],
      set: { score, computedAt: now },
    })
    .run();
  return score;
}

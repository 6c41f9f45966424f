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
  { graderVersion, now }: { readonly graderVersion: string; readonly now: number },
): EvaluationScore | null {
  const score = computeScore(db, evaluationId, { graderVersion });
  if (score !== null) storeScore(db, { evaluationId, graderVersion, score, computedAt: now });
  return score;
}

/**
 * The numbers from the verdicts there are, stored nowhere; null where there is nothing to tell yet.
 * @param graded.rounds of the bootstrap, where fewer will do
 */
export function computeScore(
  db: Db,
  evaluationId: string,
  { graderVersion, rounds }: { readonly graderVersion: string; readonly rounds?: number },
): EvaluationScore | null {
  const evaluation = findEvaluation(db, evaluationId);
  if (evaluation === null) return null;
  const { greedy, sampled, seed } = evaluation.protocol;
  const { items, leftOut, settled } = readGradedItems(db, { evaluationId, graderVersion });
  if (items.length + leftOut === 0) return null;
  const samples = sampled?.samples ?? null;
  return scoreItems(items, {
    greedy,
    samples,
    leftOut,
    settled,
    seed,
    ...(rounds === undefined ? {} : { rounds }),
  });
}

/** Stores numbers in place of the earlier ones under the same grader. */
export function storeScore(db: Pick<Db, "insert">, row: typeof evaluationScores.$inferInsert): void {
  const { score, computedAt } = row;
  db.insert(evaluationScores)
    .values(row)
    .onConflictDoUpdate({
      target: [evaluationScores.evaluationId, evaluationScores.graderVersion],
      set: { score, computedAt },
    })
    .run();
}

import { answerKey } from "../regrade/answer-key";
import type { RulingRow, Rulings, VerdictRow } from "./answers.repo";

type Judged = Pick<VerdictRow, "problemId" | "extracted" | "callId" | "sampleIndex" | "verdict">;

/** What a person ruled of an answer; null where nobody did. */
export function rulingOf(judged: Omit<Judged, "verdict">, rulings: Rulings): RulingRow | null {
  return rulings.get(judged.problemId)?.get(answerKey(judged)) ?? null;
}

/** Whether an answer counts as right: what a person ruled comes before what the grader said. */
export function isRight(judged: Judged, rulings: Rulings): boolean {
  return rulingOf(judged, rulings)?.correct ?? judged.verdict === "correct";
}

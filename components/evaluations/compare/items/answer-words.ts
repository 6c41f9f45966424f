import type { ComparedAnswer } from "@/server/evaluations/comparison/comparison-view";
import type { Verdict } from "@/server/math";

const VERDICTS: Readonly<Record<Verdict, true>> = {
  correct: true,
  incorrect: true,
  "no-answer": true,
  unparsable: true,
  timeout: true,
  "bad-reference": true,
};

/** Whether a stored verdict is one of this version's. */
export function isVerdict(verdict: string): verdict is Verdict {
  return Object.hasOwn(VERDICTS, verdict);
}

/** "Greedy", "Sample 3" */
export function answerName({ pass, number }: Pick<ComparedAnswer, "pass" | "number">): string {
  return pass === "greedy"
    ? number === 0
      ? "Greedy"
      : `Greedy ${String(number + 1)}`
    : `Sample ${String(number + 1)}`;
}

/** What counts: a person's ruling, else the grader's verdict. */
export function isRight({ ruled, verdict }: Pick<ComparedAnswer, "ruled" | "verdict">): boolean {
  return ruled ?? verdict === "correct";
}

import type { ComparedAnswer } from "@/server/evaluations/comparison/comparison-view";

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

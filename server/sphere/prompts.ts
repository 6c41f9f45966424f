import type { ChatMessage } from "./io";
import { stripStepLabel } from "./step-key";
import type { SphereProblem } from "./types";

/** Changes whenever the words of a prompt do, so that runs are compared only with their like. */
export const PROMPT_VERSION = "1";

const user = (content: string): ChatMessage => ({ role: "user", content });

/** Stage 1 and 3, and every rollout: solve the problem in numbered steps. Worded as models of 0.5B were seen to follow. */
export function solveMessages(problem: SphereProblem): readonly ChatMessage[] {
  return [
    user(
      `${problem.statement}\nSolve step by step. Write each step on its own line as "Step k: ...". End with the final answer in \\boxed{}.`,
    ),
  ];
}

export const REFLECTION_PHRASINGS = ["careful", "teacher"] as const;
export type ReflectionPhrasing = (typeof REFLECTION_PHRASINGS)[number];

export interface FlawedSolution {
  readonly problem: SphereProblem;
  readonly steps: readonly string[];
  /** 0-based step to look at first, or null for no suggestion. */
  readonly suspect: number | null;
}

/** Stage 2: find the mistake in a wrong solution and write it anew. The reference answer is never shown. */
export function reflectMessages(
  flawed: FlawedSolution,
  phrasing: ReflectionPhrasing,
): readonly ChatMessage[] {
  const careful = phrasing === "careful";
  const hint =
    flawed.suspect === null
      ? ""
      : `\nAn automatic check suggests looking at Step ${String(flawed.suspect + 1)} first.`;
  const number = flawed.suspect === null ? "i" : String(flawed.suspect + 1);
  return [
    {
      role: "system",
      content: careful
        ? "You are a careful mathematician. You will see a problem and a flawed step-by-step solution."
        : "You are a mathematics teacher. A student's step-by-step solution has a mistake; you repair it.",
    },
    user(
      `Problem: ${flawed.problem.statement}\n\n${careful ? "Flawed solution:" : "Student's solution:"}\n${numbered(flawed.steps)}\n\n` +
        `The final answer above is not correct.${hint}\n` +
        (careful
          ? "Reply in exactly this form:\n"
          : "Name the first step that is wrong, say why, then write the solution from that step on. Use exactly this form:\n") +
        `First wrong step: <number>\nWhat is wrong: <one or two sentences>\nCorrected solution:\nStep ${number}: ...\n` +
        "(continue to the end; finish with \\boxed{})",
    ),
  ];
}

/** Stage 2, where no rollout succeeds: which step goes wrong first, by the model's own reading. */
export function locateMessages(problem: SphereProblem, steps: readonly string[]): readonly ChatMessage[] {
  return [
    user(
      `Problem: ${problem.statement}\n\nSolution:\n${numbered(steps)}\n\n` +
        "The final answer of this solution is not correct. Which step is the earliest wrong one? Reply with its number only.",
    ),
  ];
}

/** Numbered by position, whatever the labels were: a number in the reply then names one step. */
function numbered(steps: readonly string[]): string {
  return steps.map((step, index) => `Step ${String(index + 1)}: ${stripStepLabel(step).trim()}`).join("\n\n");
}

import { isAnswerOnly, leaks } from "./leaks";
import { similarity } from "./similarity";
import { firstDifference, stepKey } from "./step-key";
import { isClean } from "./terminal";
import type { Chain } from "./types";

/** Why a correction was refused, in the order in which the rules are asked (method: acceptance). */
export const CORRECTION_RULES = {
  unreadable: "No corrected solution could be read from the reply.",
  "not-right": "The grader does not find the corrected answer right.",
  "same-answer": "The corrected answer is the wrong answer again.",
  "unclean-end": "The corrected solution was cut off, looped or ran too deep.",
  "same-step": "The step that was to be repaired says nearly the same as before.",
  "copied-chain": "The corrected solution is nearly the wrong one, word for word.",
  "late-change": "The first change comes after the step that the reply itself calls wrong.",
  leak: "The text speaks of the wrong solution, or names the answer before deriving it.",
  "answer-only": "The text states the answer without working.",
  "length-ratio": "The corrected solution is more than twice as long as the wrong one, or less than half.",
  luck: "Rollouts from the repaired step succeed no more often than from the wrong one: the right answer was luck.",
} as const;

export type CorrectionRule = keyof typeof CORRECTION_RULES;

const MAX_STEP_SIMILARITY = 0.9;
const MAX_CHAIN_SIMILARITY = 0.95;
const MAX_LENGTH_RATIO = 2;

export interface Repair {
  readonly statement: string;
  readonly wrong: Chain;
  readonly corrected: Chain;
  readonly claimedStep: number | null;
}

/** The first rule that refuses a repair by its text alone, or null; `luck` needs rollouts and is asked last. */
export function refusal(repair: Repair): Exclude<CorrectionRule, "unreadable" | "luck"> | null {
  const { wrong, corrected, claimedStep } = repair;
  if (corrected.verdict !== "correct") return "not-right";
  if (corrected.extracted === wrong.extracted) return "same-answer";
  if (!isClean(corrected)) return "unclean-end";

  const changed = firstDifference(wrong.steps, corrected.steps);
  const [before, after] = [wrong.steps[changed] ?? "", corrected.steps[changed] ?? ""];
  if (after === "" || similarity(stepKey(before), stepKey(after)) >= MAX_STEP_SIMILARITY) return "same-step";
  if (similarity(wrong.text, corrected.text) >= MAX_CHAIN_SIMILARITY) return "copied-chain";
  if (claimedStep !== null && changed > claimedStep) return "late-change";

  const written = {
    statement: repair.statement,
    keptSteps: corrected.steps.slice(0, changed),
    newSteps: corrected.steps.slice(changed),
    answer: corrected.extracted ?? "",
  };
  if (leaks(written)) return "leak";
  if (isAnswerOnly(written)) return "answer-only";
  const ratio = corrected.text.length / wrong.text.length;
  return ratio > MAX_LENGTH_RATIO || ratio < 1 / MAX_LENGTH_RATIO ? "length-ratio" : null;
}

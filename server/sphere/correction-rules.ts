import { isAnswerOnly, leaks } from "./correction/leaks";
import { isSimilar } from "./similarity";
import { firstDifference, stepKey } from "./step-key";
import { isClean } from "./terminal";
import type { Chain } from "./types";

/**
 * Why a correction was refused, in the order in which the rules are asked; the numbers are the method's (acceptance).
 * That the original is wrong (1) holds of every chain that is reflected on. Rule 5, that a kept prefix is the wrong
 * chain's own byte for byte, refuses nothing: a repair that keeps none such is paired as a whole (`keptSteps`).
 */
export const CORRECTION_RULES = {
  unreadable: "No corrected solution could be read from the reply.",
  /** 1 */
  "not-right": "The grader does not find the corrected answer right.",
  /** 1 */
  "same-answer": "The corrected answer is the wrong answer again.",
  /** 2 */
  "unclean-end": "The corrected solution was cut off, looped or ran too deep.",
  /** 3 */
  "same-step": "The step that was to be repaired says nearly the same as before.",
  /** 4 */
  "copied-chain": "The corrected solution is nearly the wrong one, word for word.",
  /** 4 */
  "late-change": "The first change comes after the step that the reply itself calls wrong.",
  /** 6 */
  leak: "The text speaks of the wrong solution, or names the answer before deriving it.",
  /** 6: an answer that nothing derives. */
  "answer-only": "The text states the answer without working.",
  /** 8 */
  "length-ratio": "The corrected solution is more than twice as long as the wrong one, or less than half.",
  /** 7, asked last since it costs rollouts. */
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
  const { wrong, corrected } = repair;
  if (corrected.verdict !== "correct") return "not-right";
  if (corrected.extracted === wrong.extracted) return "same-answer";
  if (!isClean(corrected)) return "unclean-end";

  if (repeatsStep(repair)) return "same-step";
  if (isSimilar(wrong.text, corrected.text, MAX_CHAIN_SIMILARITY)) return "copied-chain";
  if (changesLate(repair)) return "late-change";

  const kept = keptSteps(wrong, corrected);
  const written = {
    statement: repair.statement,
    keptSteps: corrected.steps.slice(0, kept),
    newSteps: corrected.steps.slice(kept),
    answer: corrected.extracted ?? "",
  };
  if (leaks(written)) return "leak";
  if (isAnswerOnly(written)) return "answer-only";
  const ratio = corrected.text.length / wrong.text.length;
  return ratio > MAX_LENGTH_RATIO || ratio < 1 / MAX_LENGTH_RATIO ? "length-ratio" : null;
}

/**
 * Steps of a repair that go on from a step which it did change, where it should, and that is complete: what follows
 * can be written anew. Null where the repair changes nothing, changes it too late, or ends with the change.
 */
export function stepsToChange(repair: Repair): readonly string[] | null {
  const { wrong, corrected } = repair;
  const end = firstDifference(wrong.steps, corrected.steps) + 1;
  if (end >= corrected.steps.length || repeatsStep(repair) || changesLate(repair)) return null;
  return corrected.steps.slice(0, end);
}

/**
 * How many steps of the wrong chain a repair keeps so that they can stand in the prompt: equal byte for byte, up to
 * the end of a line, with no white space after it. 0 where there are none.
 */
export function keptSteps(wrong: Chain, corrected: Chain): number {
  const shared = firstDifference(wrong.steps, corrected.steps);
  const prefix = wrong.steps.slice(0, shared).join("");
  const isSame = prefix.endsWith("\n") && corrected.text.startsWith(prefix);
  const opensWell = (chain: Chain) => /^\S/.test(chain.text.slice(prefix.length));
  return isSame && opensWell(wrong) && opensWell(corrected) ? shared : 0;
}

function repeatsStep({ wrong, corrected }: Repair): boolean {
  const changed = firstDifference(wrong.steps, corrected.steps);
  const [before, after] = [wrong.steps[changed] ?? "", corrected.steps[changed] ?? ""];
  return after === "" || isSimilar(stepKey(before), stepKey(after), MAX_STEP_SIMILARITY);
}

function changesLate({ wrong, corrected, claimedStep }: Repair): boolean {
  return claimedStep !== null && firstDifference(wrong.steps, corrected.steps) > claimedStep;
}

import { words } from "../similarity";
import { stripStepLabel } from "../step-key";

/** Words that only make sense beside the wrong solution or the answer: training text must stand alone. */
const TELLING = [
  /\b(?:flawed|previous|above|original|given|incorrect|wrong|student'?s) solution/i,
  /\bsolution (?:above|given)\b/i,
  /\bas given\b/i,
  /\b(?:correct|right|actual|expected|true) answer (?:is|should|must|was)\b/i,
  /\bwait,? the answer (?:should|must)\b/i,
  /\b(?:first wrong step|what is wrong|corrected solution)\b/i,
  /\b(?:mistake|error) (?:in|was|is) (?:the |in )?step\b/i,
];
const FILLER =
  /\\boxed|\\text|\b(?:therefore|thus|hence|so|the|final|correct|answer|result|total|solution|is|are|equals|we|get|have)\b/gi;
/** Fewer letters and digits than this beside the answer are no working. */
const MIN_WORKING = 12;

export interface RepairedText {
  readonly statement: string;
  readonly keptSteps: readonly string[];
  /** Steps that the model wrote: what will be trained on. */
  readonly newSteps: readonly string[];
  readonly answer: string;
}

/** Whether the new text speaks of the wrong solution, or names the answer before the step that derives it. */
export function leaks({ statement, keptSteps, newSteps, answer }: RepairedText): boolean {
  if (TELLING.some((phrase) => phrase.test(newSteps.join("")))) return true;
  const known = [statement, ...keptSteps].some((text) => mentions(text, answer) !== null);
  if (known) return false;
  for (const step of newSteps.slice(0, -1)) {
    const at = mentions(step, answer);
    if (at !== null) return !isDerived(step, at);
  }
  return false;
}

/** Whether the new text is little more than the answer. */
export function isAnswerOnly({ newSteps, answer }: RepairedText): boolean {
  const working = newSteps
    .map((step) => stripStepLabel(step).replace(FILLER, " "))
    .join(" ")
    .replaceAll(answer, " ");
  return working.replace(/[^\p{L}\p{N}]/gu, "").length < MIN_WORKING;
}

/** Offset in the compacted token list at which the answer begins, or null. */
export function mentions(text: string, answer: string): number | null {
  const [tokens, wanted] = [plainTokens(text), plainTokens(answer)];
  if (wanted.length === 0) return null;
  for (let at = 0; at + wanted.length <= tokens.length; at++)
    if (wanted.every((token, offset) => tokens[at + offset] === token)) return at;
  return null;
}

/** An equation or a sum stands before the value in its own step. */
function isDerived(step: string, at: number): boolean {
  const before = plainTokens(step).slice(0, at);
  const operators = /^(?:[=≈+*/×÷^-]|frac|times|cdot|div|approx|sqrt|equals|plus|minus)$/;
  return before.some((token) => operators.test(token)) && before.some((token) => /\d|^\p{L}$/u.test(token));
}

function plainTokens(text: string): string[] {
  return words(stripStepLabel(text))
    .filter((token) => !/^[\\${}()\s]$/.test(token))
    .map((token) => token.replaceAll(",", ""));
}

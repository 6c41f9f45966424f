import { endOfFirstBox } from "./boxed";
import type { FinishReason, Grade } from "./io";
import { stepKey } from "./step-key";
import type { TerminalKind } from "./types";

const GRAM = 8;
const BY_FINISH: Readonly<Record<FinishReason, TerminalKind>> = {
  "end-of-turn": "end-of-turn",
  "stop-text": "end-of-turn",
  length: "truncated",
  runaway: "repetition",
};

export interface EndedText {
  readonly text: string;
  /** What the last call added to its prefix. */
  readonly continuation: string;
  readonly steps: readonly string[];
  readonly finish: FinishReason;
}

/**
 * How a solution ended (method: terminal rules). What comes first in the text decides: a loop or too many
 * steps before the box would have ended a step-wise search there, so the box does not redeem them.
 */
export function terminalOf(ended: EndedText, maxDepth: number): TerminalKind {
  if (ended.continuation.trim() === "" && !endsAtOnce(ended)) return "empty";
  if (isLooping(ended)) return "repetition";
  if (ended.steps.length > maxDepth) return "too-deep";
  if (endOfFirstBox(ended.text) !== null) return "boxed";
  return BY_FINISH[ended.finish];
}

/** The model had nothing to add: what it was asked to continue is a whole solution. */
function endsAtOnce({ text, finish }: EndedText): boolean {
  return text.trim() !== "" && finish === "end-of-turn";
}

/** A step that comes twice, or three identical 8-grams in a row. */
export function isLooping({ steps, text }: Pick<EndedText, "steps" | "text">): boolean {
  return repeatsStep(steps) || hasTripledGram(text);
}

/** Ended by itself and with an answer that could be read: only such a chain counts as right or wrong. */
export function isClean(chain: Pick<Grade, "extracted"> & { readonly terminal: TerminalKind }): boolean {
  return (chain.terminal === "boxed" || chain.terminal === "end-of-turn") && chain.extracted !== null;
}

type Judged = Grade & { readonly terminal: TerminalKind };

/** Clean and verified right: the outcome 1 of a rollout. */
export function isRight(chain: Judged): boolean {
  return isClean(chain) && chain.verdict === "correct";
}

/** Clean and verified wrong: what may be rejected. */
export function isWrong(chain: Judged): boolean {
  return isClean(chain) && chain.verdict === "incorrect";
}

/** Whether two steps are the same by their keys. */
export function repeatsStep(steps: readonly string[]): boolean {
  const keys = steps.map(stepKey).filter(Boolean);
  return new Set(keys).size < keys.length;
}

/** Three identical 8-grams of words in a row. */
function hasTripledGram(text: string): boolean {
  const tokens = text.split(/\s+/).filter(Boolean);
  let run = 0;
  for (let at = GRAM; at < tokens.length; at++) {
    run = tokens[at] === tokens[at - GRAM] ? run + 1 : 0;
    if (run >= 2 * GRAM) return true;
  }
  return false;
}

/**
 * `server/models/prm` owns process reward models: servers that read a solution and give a value to every step of it
 * (method 3.1). It never generates text, and knows nothing of runs or search.
 */
import { renderChatMl } from "../chatml";
import type { StepScoreRequest } from "../engine";

/** How one family of process reward models reads a solution, and how its rows are read. */
export interface PrmFormat {
  readonly name: string;
  /** Stands after every step; the server answers with one row for each. */
  readonly tag: string;
  /** Column of a row that holds the probability that the step is good. */
  readonly goodColumn: 0 | 1;
  render(path: StepScoreRequest): string;
}

const QWEN_TAG = "<extra_0>";
const QWEN_SYSTEM = "Please reason step by step, and put your final answer within \\boxed{}.";
const SHEPHERD_TAG = "ки";

/**
 * Qwen2.5-Math-PRM: ChatML with this very system line, the steps joined by and ending in `<extra_0>`; rows `[bad, good]`. What
 * follows the last tag has no say, since the model reads from left to right.
 */
const qwen: PrmFormat = {
  name: "Qwen2.5-Math-PRM",
  tag: QWEN_TAG,
  goodColumn: 1,
  render({ statement, steps }) {
    const messages = [
      { role: "system", content: QWEN_SYSTEM },
      { role: "user", content: harmless(statement, QWEN_TAG).trim() },
    ] as const;
    return renderChatMl(messages) + steps.map((step) => cleanStep(step, QWEN_TAG) + QWEN_TAG).join("");
  },
};

/** Math-Shepherd: problem and steps in one text, each step ending in the Cyrillic tag; rows `[good, bad]`. */
const mathShepherd: PrmFormat = {
  name: "Math-Shepherd",
  tag: SHEPHERD_TAG,
  goodColumn: 0,
  render({ statement, steps }) {
    const tagged = steps.map((step) => `${cleanStep(step, SHEPHERD_TAG)} ${SHEPHERD_TAG}`);
    return `${harmless(statement, SHEPHERD_TAG).trim()} ${tagged.join("\n")}`;
  },
};

/** Tried in order at a server that is opened. */
export const PRM_FORMATS: readonly PrmFormat[] = [qwen, mathShepherd];

function cleanStep(step: string, tag: string): string {
  return harmless(step, tag).trim();
}

/**
 * Text of a problem or a model that must not read as markup: a step that holds the tag would add a row, and one that ends the turn
 * would let a model write its own verdict.
 */
function harmless(text: string, tag: string): string {
  const apart = `${tag.slice(0, 1)} ${tag.slice(1)}`;
  return text.replaceAll(tag, apart).replaceAll(/<(?=\|)/g, "< ");
}

import { seededRng } from "@/server/foundation/rng";
import type { LabelRequest, Likelihood, LikelihoodRequest, StepScoreRequest } from "../engine";
import { firstFalseStep } from "./solution";

/** Values that leave no doubt which side of one half they are on, and differ from text to text. */
const RIGHT_VALUE = 0.75;
const WRONG_VALUE = 0.05;
const SPREAD = 0.2;
const BAD_WORD = /^\W*(?:incorrect|wrong|no|false|bad)\b/i;

/** A process reward model's values: high up to the first false sum, low from there on. */
export function scoreSteps({ statement, steps }: StepScoreRequest): number[] {
  const falseAt = firstFalseStep(steps) ?? steps.length;
  return steps.map((_, index) => {
    const text = steps.slice(0, index + 1).join("\n\n");
    return valueOf(index >= falseAt, `prm/${statement}/${text}`);
  });
}

/** A judge's verdict on what a prompt shows: the labels that mean "right" share what the ones for "wrong" leave. */
export function judgeLabels({ messages, prefix, labels }: LabelRequest): readonly number[] {
  const question = messages.findLast(({ role }) => role === "user")?.content ?? "";
  const shown = question + prefix;
  const compared = /^Solution A:\n([\s\S]*?)\n\nSolution B:\n([\s\S]*)$/m.exec(question);
  if (compared !== null) {
    const falseAt = compared.slice(1).map((text) => firstFalseStep([text]) !== null);
    const first = falseAt[0] === falseAt[1] ? 0.5 : valueOf(falseAt[0] === true, `judge/${shown}`);
    return [first, 1 - first];
  }
  const right = valueOf(firstFalseStep([shown]) !== null, `judge/${shown}`);
  const bad = labels.map((label) => meansWrong(label, question));
  const rejecting = bad.filter(Boolean).length;
  if (rejecting === 0 || rejecting === labels.length) return labels.map(() => 1 / labels.length);
  return bad.map((isBad) => (isBad ? (1 - right) / rejecting : right / (labels.length - rejecting)));
}

/** Steps that follow are likelier than slips, by content. */
export function likelihoodOf({ prefix, text }: LikelihoodRequest): Likelihood {
  const slips = firstFalseStep([text]) !== null;
  return {
    meanLogprob: -(slips ? 0.6 : 0.2) - 0.3 * seededRng(`likelihood/${prefix}/${text}`)(),
    tokens: Math.max(1, Math.ceil(text.length / 4)),
  };
}

function valueOf(wrong: boolean, seed: string): number {
  return (wrong ? WRONG_VALUE : RIGHT_VALUE) + SPREAD * seededRng(seed)();
}

/** Whether a label says so itself, or the prompt says it of the label: "(A) incorrect". */
function meansWrong(label: string, question: string): boolean {
  if (BAD_WORD.test(label)) return true;
  const bare = label.replaceAll(/[()]/g, "").trim();
  const said = [`(${bare})`, `${bare})`, `${bare}:`, `${bare}.`].find((sign) => question.includes(sign));
  return said !== undefined && BAD_WORD.test(question.slice(question.indexOf(said) + said.length));
}

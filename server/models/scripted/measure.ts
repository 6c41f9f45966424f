import { seededRng } from "@/server/foundation/rng";
import type { LabelRequest, Likelihood, LikelihoodRequest, StepScoreRequest } from "../engine";
import type { AnswerBook } from "./answer-book";
import { planFor, stepsIn } from "./read-question";
import { AT_START, readProgress } from "./solution";

/** Values that leave no doubt which side of one half they are on, and differ from text to text. */
const RIGHT_VALUE = 0.75;
const WRONG_VALUE = 0.05;
const SPREAD = 0.2;
const BAD_WORD = /^\W*(?:incorrect|wrong|no|false|bad)\b/i;

/** A process reward model's values: high up to the first step that does not follow, low from there on. */
export function scoreSteps(answerOf: AnswerBook, { statement, steps }: StepScoreRequest): number[] {
  const { plan } = planFor(statement, answerOf);
  return steps.map((_, index) => {
    const text = steps.slice(0, index + 1).join("\n\n");
    const { wrong } = readProgress(text, plan);
    return (wrong ? WRONG_VALUE : RIGHT_VALUE) + SPREAD * noise(`prm/${statement}/${text}`);
  });
}

/** A judge's verdict on the steps that a prompt shows: the labels that mean "right" share what the ones for "wrong" leave. */
export function judgeLabels(
  answerOf: AnswerBook,
  { messages, prefix, labels }: LabelRequest,
): readonly number[] {
  const question = lastQuestion(messages);
  const { plan } = planFor(question, answerOf);
  const { wrong } = readProgress([...stepsIn(question), prefix].join("\n\n"), plan);
  const right = (wrong ? WRONG_VALUE : RIGHT_VALUE) + SPREAD * noise(`judge/${question}/${prefix}`);
  const bad = labels.map((label) => meansWrong(label, question));
  const rejecting = bad.filter(Boolean).length;
  if (rejecting === 0 || rejecting === labels.length) return labels.map(() => 1 / labels.length);
  return bad.map((isBad) => (isBad ? (1 - right) / rejecting : right / (labels.length - rejecting)));
}

/** Steps that follow are likelier than slips, by content. */
export function likelihoodOf(
  answerOf: AnswerBook,
  { messages, prefix, text }: LikelihoodRequest,
): Likelihood {
  const question = lastQuestion(messages);
  const { plan } = planFor(question, answerOf);
  const before = prefix === "" ? AT_START : readProgress(prefix, plan);
  const slips = !before.wrong && readProgress(prefix + text, plan).wrong;
  const least = slips ? 0.6 : 0.2;
  return {
    meanLogprob: -least - 0.3 * noise(`likelihood/${question}/${prefix}/${text}`),
    tokens: Math.max(1, Math.ceil(text.length / 4)),
  };
}

function lastQuestion(messages: LabelRequest["messages"]): string {
  return messages.findLast(({ role }) => role === "user")?.content ?? "";
}

/** Whether a label says so itself, or the prompt says it of the label: "(A) incorrect". */
function meansWrong(label: string, question: string): boolean {
  if (BAD_WORD.test(label)) return true;
  const bare = label.replaceAll(/[()]/g, "").trim();
  const said = [`(${bare})`, `${bare})`, `${bare}:`, `${bare}.`].find((sign) => question.includes(sign));
  return said !== undefined && BAD_WORD.test(question.slice(question.indexOf(said) + said.length));
}

function noise(seed: string): number {
  return seededRng(seed)();
}

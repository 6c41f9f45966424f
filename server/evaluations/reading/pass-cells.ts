import type { Db } from "@/db/client";
import type { EvaluationView } from "../evaluation-view";
import { PASS_NAMES, type PassName, type Protocol } from "../evaluations.schema";
import { readAnswers, readRulings, readVerdicts, type AnswerRow, type VerdictRow } from "./answers.repo";
import { isRight } from "./is-right";

/** What one pass gave of one item. */
export interface ItemPass {
  /** Answers that the protocol asks for. */
  readonly expected: number;
  readonly answers: number;
  readonly right: number;
  readonly noAnswer: number;
  readonly truncated: number;
  readonly tokens: number;
  /** Of the first answer, as the grader read it. */
  readonly extracted: string | null;
}

/** By pass; null where the protocol does not have it. */
export type ItemPasses = Readonly<Record<PassName, ItemPass | null>>;

/** Answers that a protocol asks of each item, in one pass or in all. */
export function expectedAnswers({ greedy, sampled }: Protocol, pass: PassName | null): number {
  const each = { greedy: greedy ? 1 : 0, sampled: sampled?.samples ?? 0 };
  return pass === null ? each.greedy + each.sampled : each[pass];
}

/** What each pass gave of some items, as the grader whose numbers are shown has it. */
export function passCells(
  db: Db,
  { id: evaluationId, scoredWith, protocol }: EvaluationView,
  problemIds: readonly string[],
) {
  const rulings = readRulings(db, { evaluationId, problemIds });
  const verdicts = new Map<string, VerdictRow>(
    readVerdicts(db, { evaluationId, problemIds })
      .filter(({ graderVersion }) => graderVersion === scoredWith)
      .map((verdict) => [key(verdict), verdict]),
  );
  const answers = readAnswers(db, { evaluationId, problemIds });
  const cell = (problemId: string, pass: PassName): ItemPass | null => {
    const expected = expectedAnswers(protocol, pass);
    if (expected === 0) return null;
    const own = answers.filter((answer) => answer.problemId === problemId && answer.pass === pass);
    const graded = own.flatMap((answer) => verdicts.get(key(answer)) ?? []);
    return {
      expected,
      answers: own.length,
      right: graded.filter((verdict) => isRight(verdict, rulings)).length,
      noAnswer: graded.filter(({ verdict }) => verdict === "no-answer").length,
      truncated: own.filter(({ finish }) => finish === "length").length,
      tokens: own.reduce((sum, { tokens }) => sum + tokens, 0),
      extracted: graded[0]?.extracted ?? null,
    };
  };
  return (problemId: string): ItemPasses => {
    const [greedy, sampled] = PASS_NAMES.map((pass) => cell(problemId, pass));
    return { greedy: greedy ?? null, sampled: sampled ?? null };
  };
}

function key({ callId, sampleIndex }: Pick<AnswerRow, "callId" | "sampleIndex">): string {
  return `${callId}/${String(sampleIndex)}`;
}

import { wilson } from "@/server/statistics";
import type { Figure, PassScore } from "../score.schema";
import { figureOf } from "./figure-of";
import type { AnswerResult } from "./item-answers";
import { tokenFigure } from "./token-figure";

/** One answer to each item: pass@1 with Wilson's interval. Null without items. */
export function scoreSingle(items: readonly (readonly AnswerResult[])[]): PassScore | null {
  if (items.length === 0) return null;
  const given = items.map((answers) => answers.slice(0, 1));
  const answers = given.flat();
  const tokens = tokenFigure(given);
  const correct = answers.filter((answer) => answer.correct).length;
  const rate = (test: (answer: AnswerResult) => boolean): Figure =>
    figureOf(wilson(answers.filter((answer) => test(answer)).length, answers.length));
  return {
    score: figureOf(wilson(correct, items.length)),
    method: "wilson",
    samples: 1,
    correct,
    answers: items.length,
    truncated: rate(({ truncated }) => truncated),
    noAnswer: rate(({ noAnswer }) => noAnswer),
    meanTokens: tokens.value,
    tokens,
    passAtK: [],
    majAtK: [],
  };
}

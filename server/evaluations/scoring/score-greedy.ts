import { meanOf, wilson } from "@/server/statistics";
import type { PassScore } from "../score.schema";
import { figureOf } from "./figure-of";
import type { AnswerResult } from "./item-answers";
import { tokenFigure } from "./token-figure";

/** One answer to each item: pass@1 with Wilson's interval. Null without items. */
export function scoreGreedy(items: readonly (readonly AnswerResult[])[]): PassScore | null {
  if (items.length === 0) return null;
  const answers = items.flatMap((given) => given.slice(0, 1));
  const count = (test: (answer: AnswerResult) => boolean): number =>
    answers.filter((answer) => test(answer)).length;
  const correct = count((answer) => answer.correct);
  return {
    score: figureOf(wilson(correct, items.length)),
    method: "wilson",
    samples: 1,
    correct,
    answers: items.length,
    truncated: figureOf(
      wilson(
        count((answer) => answer.truncated),
        answers.length,
      ),
    ),
    noAnswer: figureOf(
      wilson(
        count((answer) => answer.noAnswer),
        answers.length,
      ),
    ),
    meanTokens: meanOf(answers.map(({ tokens }) => tokens)) ?? 0,
    tokens: tokenFigure(items.map((given) => given.slice(0, 1))),
    passAtK: [],
    majAtK: [],
  };
}

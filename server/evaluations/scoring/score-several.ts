import { clusterBootstraps, majAtK, passAtK, type ClusterColumn } from "@/server/statistics";
import type { CurvePoint, PassScore } from "../score.schema";
import { clusterAnswers } from "./cluster-answers";
import { figureOf } from "./figure-of";
import type { AnswerResult } from "./item-answers";
import { tokenFigure } from "./token-figure";

export interface Sampling {
  /** k: answers asked for of each item; 2 or more. */
  readonly samples: number;
  readonly rng: () => number;
  readonly rounds: number;
}

/**
 * k answers to each item: avg@k, pass@k and maj@k. All figures share the draws of one cluster bootstrap over items. Null
 * without items.
 */
export function scoreSeveral(
  items: readonly (readonly AnswerResult[])[],
  { samples, rng, rounds }: Sampling,
): PassScore | null {
  if (items.length === 0) return null;
  const given = items.map((answers) => answers.slice(0, samples));
  const rights = given.map((answers) => countOf(answers, ({ correct }) => correct));
  const ks = curveOf(samples);
  const majorities = given.map((answers) => majAtK(clusterAnswers(answers, samples), ks));
  const columns: ClusterColumn[] = [
    { values: rights.map((correct) => correct / samples) },
    rateOf(given, ({ truncated }) => truncated),
    rateOf(given, ({ noAnswer }) => noAnswer),
    ...ks.map((k) => ({ values: rights.map((correct) => passAtK(correct, samples, k)) })),
    ...ks.map((_, at) => ({ values: majorities.map((shares) => shares[at] ?? 0) })),
  ];
  const tokens = tokenFigure(given);
  const figures = clusterBootstraps(columns, { rng, rounds }).map((estimate) => figureOf(estimate));
  const figure = (at: number) => figures[at] ?? figureOf({ value: null, interval: null, reason: "empty" });
  const curve = (from: number): CurvePoint[] => ks.map((k, at) => ({ k, ...figure(from + at) }));
  return {
    score: figure(0),
    method: "cluster-bootstrap",
    samples,
    correct: rights.reduce((sum, correct) => sum + correct, 0),
    answers: items.length * samples,
    truncated: figure(1),
    noAnswer: figure(2),
    meanTokens: tokens.value,
    tokens,
    passAtK: curve(3),
    majAtK: curve(3 + ks.length),
  };
}

/** 1, 2, 4 ... and k itself. */
function curveOf(samples: number): number[] {
  const ks: number[] = [];
  for (let k = 1; k < samples; k *= 2) ks.push(k);
  return [...ks, samples];
}

function countOf(answers: readonly AnswerResult[], test: (answer: AnswerResult) => boolean): number {
  return answers.filter((answer) => test(answer)).length;
}

/** A share of the answers there are: each item weighs as many answers as it has. */
function rateOf(
  items: readonly (readonly AnswerResult[])[],
  test: (answer: AnswerResult) => boolean,
): ClusterColumn {
  return {
    values: items.map((answers) => countOf(answers, test) / Math.max(1, answers.length)),
    weights: items.map((answers) => answers.length),
  };
}

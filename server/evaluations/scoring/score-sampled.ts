import {
  clusterBootstraps,
  majAtK,
  meanOf,
  passAtK,
  type ClusterColumn,
  type Estimate,
} from "@/server/statistics";
import type { PassScore } from "../score.schema";
import { clusterAnswers } from "./cluster-answers";
import { figureOf } from "./figure-of";
import type { AnswerResult } from "./item-answers";
import { tokenFigure } from "./token-figure";

export interface SampledOptions {
  /** k: answers asked for of each item. */
  readonly samples: number;
  readonly rng: () => number;
  readonly rounds: number;
}

/** k answers to each item: avg@k, pass@k and maj@k with intervals of the cluster bootstrap. Null without items. */
export function scoreSampled(
  items: readonly (readonly AnswerResult[])[],
  { samples, rng, rounds }: SampledOptions,
): PassScore | null {
  if (items.length === 0) return null;
  const given = items.map((answers) => answers.slice(0, samples));
  const rights = given.map((answers) => countOf(answers, ({ correct }) => correct));
  const ks = curveOf(samples);
  const majorities = given.map((answers) => majAtK(clusterAnswers(answers, samples), ks));
  const passCurve = ks.map((k) => ({ values: rights.map((correct) => passAtK(correct, samples, k)) }));
  const majCurve = ks.map((_, at) => ({ values: majorities.map((shares) => shares[at] ?? 0) }));
  const rates = [({ truncated }: AnswerResult) => truncated, ({ noAnswer }: AnswerResult) => noAnswer];
  const [truncated, noAnswer, ...curves] = clusterBootstraps(
    [...rates.map((test) => rateOf(given, test)), ...passCurve, ...majCurve],
    { rng, rounds },
  );
  const nothing: Estimate = { value: null, interval: null, reason: "empty" };
  const point = (estimate: Estimate | undefined) => figureOf(estimate ?? nothing);
  return {
    // avg@k is pass@1 of k answers: the first point of either curve.
    score: point(curves[0]),
    method: "cluster-bootstrap",
    samples,
    correct: rights.reduce((sum, correct) => sum + correct, 0),
    answers: items.length * samples,
    truncated: point(truncated),
    noAnswer: point(noAnswer),
    meanTokens: meanOf(given.flatMap((answers) => answers.map(({ tokens }) => tokens))) ?? 0,
    tokens: tokenFigure(given),
    passAtK: samples === 1 ? [] : ks.map((k, at) => ({ k, ...point(curves[at]) })),
    majAtK: samples === 1 ? [] : ks.map((k, at) => ({ k, ...point(curves[ks.length + at]) })),
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

/** A share of the answers there are, item by item, each item weighing as many answers as it has. */
function rateOf(
  items: readonly (readonly AnswerResult[])[],
  test: (answer: AnswerResult) => boolean,
): ClusterColumn {
  return {
    values: items.map((answers) => countOf(answers, test) / Math.max(1, answers.length)),
    weights: items.map((answers) => answers.length),
  };
}

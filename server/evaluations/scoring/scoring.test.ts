import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passAtK, wilson } from "@/server/statistics";
import { evaluationScoreSchema } from "../score.schema";
import { clusterAnswers } from "./cluster-answers";
import type { AnswerResult, ItemAnswers } from "./item-answers";
import { scoreItems } from "./score-items";

const OPTIONS = { greedy: true, samples: 4, leftOut: 2, settled: 1, seed: 0, rounds: 100 };

function answer(extracted: string | null, given: Partial<AnswerResult> = {}): AnswerResult {
  return { correct: false, extracted, noAnswer: extracted === null, truncated: false, tokens: 10, ...given };
}

const right = answer("1/2", { correct: true });
const wrong = answer("3");

function item(
  greedy: readonly AnswerResult[],
  sampled: readonly AnswerResult[],
  failed = false,
): ItemAnswers {
  return { problemId: "p", greedy, sampled, failed };
}

const answers = fc.record({
  correct: fc.boolean(),
  extracted: fc.option(fc.constantFrom("1", "2", "x+1", "\\frac{1}{2}", "0.5")),
  noAnswer: fc.boolean(),
  truncated: fc.boolean(),
  tokens: fc.nat(900),
});

describe("answers grouped for a vote", () => {
  it("join where the grader finds them equal; what it leaves undecided stays apart", () => {
    const found = clusterAnswers([
      right,
      answer("\\frac{1}{2}", { correct: true }),
      answer("0.5", { correct: true }),
      wrong,
      wrong,
      answer("\\frobnicate{7"),
      answer("\\frobnicate{8"),
      answer(null),
    ]);
    expect(found.clusters).toEqual([
      { count: 3, right: true },
      { count: 2, right: false },
      { count: 1, right: false },
      { count: 1, right: false },
    ]);
    expect(found.silent).toBe(1);
  });

  it("are right where most of the group is; one that a person settled without an extracted answer counts", () => {
    const settled = answer("0.5", { correct: false });
    expect(clusterAnswers([right, right, settled]).clusters).toEqual([{ count: 3, right: true }]);
    expect(clusterAnswers([right, settled]).clusters).toEqual([{ count: 2, right: false }]);
    expect(clusterAnswers([answer(null, { correct: true })])).toEqual({
      clusters: [{ count: 1, right: true }],
      silent: 0,
    });
  });

  it("lack votes where answers are missing", () => {
    expect(clusterAnswers([right], 4)).toEqual({ clusters: [{ count: 1, right: true }], silent: 3 });
    expect(clusterAnswers([], 4)).toEqual({ clusters: [], silent: 4 });
  });
});

describe("the score of an evaluation", () => {
  it("has Wilson's interval for the greedy pass and curves for the sampled one", () => {
    const score = scoreItems(
      [item([right], [right, right, wrong, wrong]), item([wrong], [wrong, wrong, wrong, answer("7")])],
      OPTIONS,
    );
    expect(score).toMatchObject({ items: 2, leftOut: 2, failed: 0, settled: 1 });
    expect(score.greedy).toMatchObject({ method: "wilson", samples: 1, correct: 1, answers: 2, passAtK: [] });
    expect(score.greedy?.score).toEqual({ value: 0.5, ...wilson(1, 2).interval });
    expect(score.sampled).toMatchObject({ method: "cluster-bootstrap", samples: 4, correct: 2, answers: 8 });
    expect(score.sampled?.score.value).toBe(0.25);
    expect(score.sampled?.passAtK.map(({ k, value }) => [k, value])).toEqual([
      [1, 0.25],
      [2, passAtK(2, 4, 2) / 2],
      [4, 0.5],
    ]);
    // Two against two: half of the ties.
    expect(score.sampled?.majAtK.at(-1)).toMatchObject({ k: 4, value: 0.25 });
  });

  it("counts the missing answers of a failed item as wrong, and as nothing else", () => {
    const cut = answer(null, { truncated: true, tokens: 30 });
    const score = scoreItems([item([right], [right, right, cut, right]), item([], [], true)], OPTIONS);
    expect(score.failed).toBe(1);
    expect(score.greedy?.score.value).toBe(0.5);
    expect(score.greedy?.noAnswer.value).toBe(0);
    expect(score.sampled?.score.value).toBe(3 / 8);
    expect(score.sampled?.truncated.value).toBe(0.25);
    expect(score.sampled?.noAnswer.value).toBe(0.25);
    expect(score.sampled?.meanTokens).toBe(15);
  });

  it("of failed items alone is 0, with rates that are not known", () => {
    const score = scoreItems([item([], [], true)], OPTIONS);
    expect(score.sampled?.score.value).toBe(0);
    expect(score.sampled?.truncated).toEqual({ value: 0, low: null, high: null });
    expect(score.greedy?.truncated).toEqual({ value: 0, low: null, high: null });
  });

  it("has no pass that the protocol has not, and none before the first item", () => {
    expect(scoreItems([item([right], [right])], { ...OPTIONS, greedy: false, samples: null })).toMatchObject({
      greedy: null,
      sampled: null,
    });
    expect(scoreItems([], OPTIONS)).toMatchObject({ items: 0, greedy: null, sampled: null });
  });

  it("of one sampled answer is Wilson's, without curves", () => {
    const score = scoreItems([item([], [right]), item([], [wrong])], { ...OPTIONS, samples: 1 });
    expect(score.sampled).toMatchObject({ method: "wilson", samples: 1, passAtK: [], majAtK: [] });
  });

  it("5 of 5 is not 100% ± 0, in one answer or in several", () => {
    const score = scoreItems(
      Array.from({ length: 5 }, () => item([right], [right, right, right, right])),
      OPTIONS,
    );
    const low = wilson(5, 5).interval?.low ?? 1;
    for (const figure of [score.greedy?.score, score.sampled?.score, ...(score.sampled?.majAtK ?? [])]) {
      expect(figure?.value).toBe(1);
      expect(figure?.low).toBeCloseTo(low, 12);
    }
  });

  it("is stored as it is made, the same for the same seed, each figure inside its interval, curves from avg@k", () => {
    const items = fc
      .array(fc.array(answers, { maxLength: 8 }), { minLength: 1, maxLength: 12 })
      .map((given) => given.map((sampled) => item(sampled.slice(0, 1), sampled, sampled.length < 8)));
    fc.assert(
      fc.property(items, fc.nat(), (given, seed) => {
        const options = { ...OPTIONS, samples: 8, seed, rounds: 50 };
        const score = scoreItems(given, options);
        expect(evaluationScoreSchema.parse(structuredClone(score))).toEqual(score);
        expect(scoreItems(given, options)).toEqual(score);
        const { sampled } = score;
        const figures = [sampled?.score, sampled?.truncated, sampled?.noAnswer];
        for (const figure of [...figures, ...(sampled?.passAtK ?? []), ...(sampled?.majAtK ?? [])]) {
          if (figure === undefined || figure.low === null || figure.high === null) continue;
          expect(figure.low).toBeLessThanOrEqual(figure.value + 1e-12);
          expect(figure.high).toBeGreaterThanOrEqual(figure.value - 1e-12);
        }
        expect(sampled?.passAtK[0]?.value).toBeCloseTo(sampled?.score.value ?? -1, 10);
      }),
      { numRuns: 40 },
    );
  });
});

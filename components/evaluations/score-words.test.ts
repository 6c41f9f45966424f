import { expect, it } from "vitest";
import type { PassScore } from "@/server/evaluations/score.schema";
import { intervalWords, leadingScore, rightWords, shareWords } from "./score-words";

const figure = { value: 0.38, low: 0.291, high: 0.4781 };
const greedy: PassScore = {
  score: figure,
  method: "wilson",
  samples: 1,
  correct: 38,
  answers: 100,
  truncated: figure,
  noAnswer: figure,
  meanTokens: 100,
  passAtK: [],
  majAtK: [],
};
const sampled: PassScore = { ...greedy, samples: 4, correct: 152, answers: 400 };
const rest = { items: 100, leftOut: 0, failed: 0, settled: 0 };

it("a score is told with its interval", () => {
  expect(shareWords(figure)).toBe("38.0%");
  expect(intervalWords(figure)).toBe("29.1% to 47.8%");
  expect(intervalWords({ low: null, high: 1 })).toBe("–");
});

it("right answers are counted for one answer, and averaged for several", () => {
  expect(rightWords(greedy)).toBe("38 of 100 right");
  expect(rightWords(sampled)).toBe("1.52 of 4 right on average");
});

it("pass@1 comes before avg@k", () => {
  expect(leadingScore({ ...rest, greedy, sampled })?.name).toBe("pass@1");
  expect(leadingScore({ ...rest, greedy: null, sampled })?.name).toBe("avg@4");
  expect(leadingScore({ ...rest, greedy: null, sampled: null })).toBeNull();
  expect(leadingScore(null)).toBeNull();
});

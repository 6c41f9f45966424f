import { expect, it } from "vitest";
import { estimateWords } from "./estimate-words";

const forecast = {
  modelId: "m",
  benchmarkId: "b",
  items: 100,
  answers: 500,
  generatedTokens: null,
  durationMs: null,
};

it.each([
  [null, null, "1 evaluation, 500 answers, tokens and time not known yet"],
  [123_456, null, "1 evaluation, 500 answers, about 120,000 tokens, time not known yet"],
  [123_456, 1_000, "1 evaluation, 500 answers, about 120,000 tokens, 5 s"],
  [123_456, 754_321, "1 evaluation, 500 answers, about 120,000 tokens, 13 min"],
])("%j tokens and %j ms: %s", (generatedTokens, durationMs, words) => {
  const estimate = { evaluations: [forecast], items: 100, answers: 500, generatedTokens, durationMs };
  expect(estimateWords(estimate)).toBe(words);
});

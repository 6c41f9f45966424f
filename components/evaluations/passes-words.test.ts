import { expect, it } from "vitest";
import { passesWords } from "./passes-words";
import { subsetWords } from "./subset-words";

const sampled = { samples: 4, temperature: 0.7, topP: 0.95 };

it.each([
  [{ greedy: true, sampled: null }, "greedy"],
  [{ greedy: false, sampled }, "4 sampled at T 0.7, top-p 0.95"],
  [{ greedy: true, sampled }, "greedy, and 4 sampled at T 0.7, top-p 0.95"],
])("%j is told as %s", (protocol, words) => {
  expect(passesWords(protocol)).toBe(words);
});

it.each([
  [{ items: 100, of: 500, seed: 0 }, "100 of 500, seed 0"],
  [{ items: 1319, of: 1319, seed: null }, "all 1,319"],
  [{ items: 1000, of: 1319, seed: 7 }, "1,000 of 1,319, seed 7"],
])("%j is told as %s", (subset, words) => {
  expect(subsetWords(subset)).toBe(words);
});

import { expect, test } from "vitest";
import { chainOf } from "../testing/chain-of";
import { measureDiversity } from "./measure-diversity";

const measure = (...texts: string[]) => measureDiversity(texts.map((text) => chainOf(text)));

test.each([
  { why: "one text", texts: ["a b a b"], distinctN: [2 / 4, 2 / 3, 2 / 2, 1], entropy: 0 },
  { why: "a text twice", texts: ["a b c d", "a b c d"], distinctN: [4 / 8, 3 / 6, 2 / 4, 1 / 2], entropy: 0 },
  { why: "texts without an n-gram", texts: ["a", "b"], distinctN: [1, 0, 0, 0], entropy: 0 },
  {
    why: "two answers",
    texts: ["It is then \\boxed{7}", "It is then \\boxed{8}"],
    // it is then \ boxed { 7 }: eight tokens, the last but one differs.
    distinctN: [9 / 16, 9 / 14, 8 / 12, 7 / 10],
    entropy: 1,
  },
])("distinct-n and entropy of $why", ({ texts, distinctN, entropy }) => {
  const report = measure(...texts);
  expect(report?.chains).toBe(texts.length);
  for (const [index, expected] of distinctN.entries()) expect(report?.distinctN[index]).toBeCloseTo(expected);
  expect(report?.answerEntropy).toBeCloseTo(entropy);
});

test("answers are counted by sample: right ones together, wrong ones by what they say, none as one", () => {
  const answers = ["\\boxed{7}", "\\boxed{7}", "\\boxed{ 8 }", "\\boxed{8}", "no answer", "nor here"];
  expect(measure(...answers.map((answer) => `It is then ${answer}`))?.answerEntropy).toBeCloseTo(
    Math.log2(3),
  );
});

test.each([
  { why: "the same sums in other words", texts: ["We add 3 + 4 = 7.", "So 3 + 4 = 7 it is."], strategies: 1 },
  { why: "other sums", texts: ["We add 3 + 4 = 7.", "We take 9 - 1 = 8."], strategies: 2 },
  { why: "no sums at all", texts: ["By thought alone.", "By looking at it."], strategies: 1 },
  {
    why: "a chain of near neighbours",
    texts: ["1 + 1 = 2, 2 + 3 = 5", "2 + 3 = 5, 4 * 5 = 20, 1 + 1 = 2", "4 * 5 = 20, 6 * 6 = 36"],
    strategies: 2,
  },
])("strategies: $why", ({ texts, strategies }) => {
  expect(measure(...texts)?.strategies).toBe(strategies);
});

test("no chains, no report", () => {
  expect(measure()).toBeNull();
});

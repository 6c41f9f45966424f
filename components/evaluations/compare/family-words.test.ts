import { expect, it } from "vitest";
import type { FamilyCell } from "@/server/evaluations/comparison/comparison-view";
import { familyWords } from "./family-words";

const SIDE = { score: 0, correct: 0, answers: 1, failed: 0, truncated: 0, noAnswer: 0, meanTokens: 0 };

function cell(claim: FamilyCell["claim"], value: number): FamilyCell {
  return {
    benchmark: { id: "set", name: "Set" },
    evaluations: { a: "a", b: "b" },
    items: 100,
    samples: 1,
    a: SIDE,
    b: SIDE,
    cells: {},
    difference: { value, low: null, high: null },
    p: 0.5,
    pAdjusted: 1,
    exact: true,
    detectable: null,
    transitions: null,
    claim,
  };
}

it.each([
  [
    [cell("real", 0.1), cell("real", -0.1), cell("not-shown", 0.01), cell("too-small-to-tell", 0.3)],
    "Of 4 comparisons, 1 is better than the base, 1 worse, 1 shows no difference and 1 has too few items for a claim.",
  ],
  [[cell("real", 0.1), cell("real", 0.2)], "Of 2 comparisons, 2 are better than the base and 0 worse."],
  [[], "None of the checkpoints has numbers that may be compared with those of the base."],
])("the family of %# in words", (compared, words) => {
  expect(familyWords({ rows: [{ compared }], tests: compared.length })).toBe(words);
});

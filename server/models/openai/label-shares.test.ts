import * as fc from "fast-check";
import { expect, it } from "vitest";
import { labelShares } from "./label-shares";

const at = (weights: Readonly<Record<string, number>>) =>
  Object.entries(weights).map(([token, weight]) => ({ token, logprob: Math.log(weight) }));

it.each([
  ["with and without a space", { " A": 0.2, A: 0.1, " B": 0.1 }, ["A", "B"], [0.75, 0.25]],
  ["by a mark for the space", { "\u2581Yes": 0.4, "\u0120No": 0.4 }, ["Yes", "No"], [0.5, 0.5]],
  ["by the start of a longer label", { cor: 0.3, in: 0.1 }, ["correct", "incorrect"], [0.75, 0.25]],
  ["but not by a start that two share", { c: 0.5, ca: 0.25, co: 0.25 }, ["cat", "cold"], [0.5, 0.5]],
  ["nor by a longer word", { Apple: 0.5, A: 0.1, B: 0.1 }, ["A", "B"], [0.5, 0.5]],
  ["nor by a space alone", { " ": 0.9, A: 0.1 }, ["A", "B"], [1, 0]],
] as const)("counts a token %s", (...[, tokens, labels, expected]) => {
  const shares = labelShares(at(tokens), labels) ?? [];
  expect(shares.map((share) => Number(share.toFixed(6)))).toEqual(expected);
});

it("says nothing where no label is among them", () => {
  expect(labelShares(at({ The: 1 }), ["A", "B"])).toBeNull();
  expect(labelShares([], ["A"])).toBeNull();
});

it("always sums to 1, where any label is", () => {
  expect.hasAssertions();
  const tokens = fc.array(
    fc.record({
      token: fc.constantFrom("A", " A", "B", " B", "AB", ""),
      logprob: fc.double({ min: -50, max: 0, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(tokens, (given) => {
      const sum = labelShares(given, ["A", "B"])?.reduce((total, share) => total + share, 0) ?? 1;
      expect(sum).toBeCloseTo(1, 9);
    }),
  );
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { doubtOf, type DoubtSource, type ValuedPair } from "./doubt";

const pairOf = (change: Partial<ValuedPair> = {}): ValuedPair => ({
  qChosen: 0.75,
  qRejected: 0.25,
  rollouts: 8,
  valuedBy: "rollouts",
  ...change,
});
const item = (change: Partial<DoubtSource> = {}): DoubtSource => ({
  kind: "pair",
  pair: pairOf(),
  suggestion: null,
  claimedStep: null,
  firstWrongStep: null,
  answerRefused: false,
  ...change,
});

test.each<[string, DoubtSource, number]>([
  // p = 7/10 and 3/10, se = sqrt(2 * 0.21 / 11) = 0.19540, z = 2.0471
  ["eight rollouts", item(), 0.02033],
  // p = 2/3 and 1/3, se = sqrt(2 * (2/9) / 4) = 1/3, z = 1
  [
    "verdicts alone",
    item({ pair: pairOf({ qChosen: 1, qRejected: 0, rollouts: 0, valuedBy: "outcome" }) }),
    0.15866,
  ],
  ["equal values", item({ pair: pairOf({ qChosen: 0.5, qRejected: 0.5 }) }), 0.5],
  [
    "a model's scores",
    item({ pair: pairOf({ qChosen: 0.9, qRejected: 0.3, rollouts: 0, valuedBy: "prm" }) }),
    0.2,
  ],
  [
    "a judge's label",
    item({ pair: pairOf({ qChosen: 1, qRejected: 0, rollouts: 0, valuedBy: "judge" }) }),
    0,
  ],
  ["a judge model that disagrees", item({ suggestion: 0.3 }), 0.7],
  ["a judge model that agrees", item({ suggestion: 0.99 }), 0.02033],
  ["a correction without a pair", item({ kind: "correction", pair: null }), 0.5],
  ["a right claim", item({ kind: "correction", pair: null, claimedStep: 2, firstWrongStep: 2 }), 0.5],
  ["a wrong claim", item({ kind: "correction", pair: null, claimedStep: 1, firstWrongStep: 2 }), 0.75],
  ["no claim", item({ kind: "correction", pair: null, firstWrongStep: 2 }), 0.5],
  [
    "a wrong claim against a judge",
    item({ kind: "correction", suggestion: 0.1, claimedStep: 0, firstWrongStep: 2 }),
    1,
  ],
  ["a repair whose answer is wrong", item({ kind: "correction", pair: null, answerRefused: true }), 0],
  ["a claim beside a pair item", item({ claimedStep: 0, firstWrongStep: 2 }), 0.02033],
])("%s", (_name, source, expected) => {
  expect(doubtOf(source)).toBeCloseTo(expected, 4);
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const valued = fc.record({
  qChosen: share,
  qRejected: share,
  rollouts: fc.integer({ min: 0, max: 64 }),
  valuedBy: fc.constantFrom<ValuedPair["valuedBy"][]>("rollouts", "prm", "judge", "outcome"),
});

test("it is a chance, and the other order has the other one", () => {
  fc.assert(
    fc.property(valued, (pair) => {
      const doubt = doubtOf(item({ pair }));
      const swapped = doubtOf(item({ pair: { ...pair, qChosen: pair.qRejected, qRejected: pair.qChosen } }));
      expect(doubt).toBeGreaterThanOrEqual(0);
      expect(doubt).toBeLessThanOrEqual(1);
      expect(doubt + swapped).toBeCloseTo(1, 6);
    }),
  );
});

test("more rollouts of the same values leave less doubt", () => {
  fc.assert(
    fc.property(valued, fc.integer({ min: 1, max: 40 }), (pair, more) => {
      const [low, high] = [Math.min(pair.qChosen, pair.qRejected), Math.max(pair.qChosen, pair.qRejected)];
      const of = (rollouts: number) =>
        doubtOf(item({ pair: { qChosen: high, qRejected: low, rollouts, valuedBy: "rollouts" } }));
      expect(of(pair.rollouts + more)).toBeLessThanOrEqual(of(pair.rollouts) + 1e-6);
    }),
  );
});

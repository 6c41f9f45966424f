import { expect, test } from "vitest";
import { isDecided } from "./is-decided";
import { nodeValue, outcomeValue, selectionScore } from "./uct-value";

test("Q is the prior before any visit, and the mean outcome after many", () => {
  expect(outcomeValue({ wins: 0, visits: 0 }, 0.8)).toBe(0.8);
  // (1 + 0.8) / (1 + 1)
  expect(outcomeValue({ wins: 1, visits: 1 }, 0.8)).toBeCloseTo(0.9);
  // (3 + 0.5) / (4 + 1)
  expect(outcomeValue({ wins: 3, visits: 4 }, 0.5)).toBeCloseTo(0.7);
});

test("V mixes the model in by its weight, and is Q without one", () => {
  expect(nodeValue({ outcome: 0.9, prm: 0.8, scoreWeight: 0.5 })).toBeCloseTo(0.85);
  expect(nodeValue({ outcome: 0.9, prm: null, scoreWeight: 0.5 })).toBe(0.9);
});

const score = (visits: number, parentVisits: number) =>
  selectionScore({ value: 0.5, visits, parentVisits, exploration: 1 });

test("visits in flight lower a node's call and raise its sibling's, as completed ones do", () => {
  expect(score(0, 0)).toBe(0.5);
  // 0.5 + sqrt(ln 4 / 2)
  expect(score(1, 3)).toBeCloseTo(0.5 + 0.8326);
  expect(score(2, 3)).toBeLessThan(score(1, 3));
  expect(score(1, 4)).toBeGreaterThan(score(1, 3));
});

test.each([
  { visits: 9, wins: 9, decided: false },
  { visits: 10, wins: 10, decided: true },
  { visits: 10, wins: 8, decided: false },
  { visits: 10, wins: 9, decided: true },
  { visits: 10, wins: 2, decided: false },
  { visits: 10, wins: 1, decided: true },
  { visits: 50, wins: 40, decided: false },
  { visits: 51, wins: 41, decided: true },
])(
  "$wins right of $visits with E = 5: plainly too easy or too hard is $decided",
  ({ visits, wins, decided }) => {
    expect(isDecided({ visits, wins }, 5)).toBe(decided);
  },
);

import { expect, it } from "vitest";
import { prepareDifferences, type DifferenceRow } from "./prepare-differences";

const row = (change: Partial<DifferenceRow>): DifferenceRow => ({
  key: "a",
  label: "MATH500",
  value: 0.038,
  low: 0.012,
  high: 0.064,
  count: 500,
  quiet: false,
  note: "p = 0.005",
  ...change,
});

it("sets differences on a scale that is the same to both sides of 0", () => {
  const { rows, ticks, zero } = prepareDifferences([row({})]);
  expect(zero).toBe(50);
  expect(ticks.map(({ label }) => label)).toEqual(["−10", "−5", "0", "+5", "+10"]);
  expect(rows[0]).toMatchObject({ value: "+3.8", interval: "1.2 to 6.4", count: "500" });
  expect(rows[0]?.dot).toBeCloseTo(50 + (0.038 / 0.1) * 50, 6);
});

it("holds every interval whole", () => {
  const { rows } = prepareDifferences([row({}), row({ key: "b", value: -0.3, low: -0.72, high: 0.2 })]);
  for (const { bar, dot } of rows) {
    expect(bar?.from).toBeGreaterThanOrEqual(0);
    expect((bar?.from ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(100);
    expect(dot).toBeGreaterThanOrEqual(0);
  }
});

it("draws no bar where there is no interval, and no sign before nothing", () => {
  const { rows, ticks } = prepareDifferences([row({ value: 0, low: null, high: null })]);
  expect(rows[0]).toMatchObject({ bar: null, value: "0.0", interval: "–", dot: 50 });
  expect(ticks).toHaveLength(3);
});

import { expect, it } from "vitest";
import { prepareIntervalScatter, type ScatterPoint } from "./prepare-interval-scatter";

const point = (change: Partial<ScatterPoint> = {}): ScatterPoint => ({
  key: "a",
  label: "A",
  colour: "red",
  shape: "square",
  x: { value: 150, low: 140, high: 160 },
  y: { value: 0.5, low: 0.4, high: 0.6 },
  ...change,
});
const names = { pointName: "Model", xName: "tokens", yName: "pass@1" };

it("a point has its interval in both directions, or none where it is not known", () => {
  const { points } = prepareIntervalScatter(
    [point(), point({ key: "b", x: { value: 90, low: null, high: null } })],
    names,
  );
  expect(points[0]).toMatchObject({ x: 150, y: 0.5, xError: [10, 10] });
  expect(points[0]?.yError?.[0]).toBeCloseTo(0.1, 9);
  expect(points[1]?.xError).toBeNull();
});

it("tokens start at zero and reach as far as the intervals do", () => {
  const { xDomain, yDomain } = prepareIntervalScatter([point()], names);
  expect(xDomain[0]).toBe(0);
  expect(xDomain[1]).toBeGreaterThanOrEqual(160);
  expect(yDomain).toEqual([0.4, 0.6]);
});

it("what is no number is not drawn, and table and data hold what is", () => {
  const { points, table } = prepareIntervalScatter(
    [point(), point({ key: "b", x: { value: Number.NaN, low: null, high: null } })],
    names,
  );
  expect(points).toHaveLength(1);
  expect(table.rows).toEqual([{ key: "a", cells: ["A", "150", "140 to 160", "50.0%", "40.0% to 60.0%"] }]);
  expect(table.data).toEqual([{ point: "A", x: 150, xLow: 140, xHigh: 160, y: 0.5, yLow: 0.4, yHigh: 0.6 }]);
});

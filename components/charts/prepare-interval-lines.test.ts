import { describe, expect, it } from "vitest";
import { prepareIntervalLines, type IntervalSeries } from "./prepare-interval-lines";

const series = (key: string, points: IntervalSeries["points"]): IntervalSeries => ({
  key,
  label: `Family ${key}`,
  colour: "red",
  shape: "circle",
  points,
});
const point = (x: number, value: number | null, label?: string) => ({
  x,
  value,
  low: value === null ? null : value - 0.1,
  high: value === null ? null : value + 0.1,
  ...(label === undefined ? {} : { label }),
});
const names = { scale: "steps", xName: "Round", seriesName: "Family", valueName: "pass@1" } as const;

describe("lines with an interval at each point", () => {
  it("break where a round was not measured, be it told or missing", () => {
    const { series: lines } = prepareIntervalLines(
      [
        series("a", [point(0, 0.3), point(1, null), point(2, 0.5)]),
        series("b", [point(0, 0.3), point(2, 0.5)]),
      ],
      names,
    );
    expect(lines.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [0.3, null, 0.5],
      [0.3, null, 0.5],
    ]);
    expect(lines[0]?.points[1]?.error).toBeNull();
    expect(lines[0]?.points[0]?.error).toEqual([expect.closeTo(0.1, 9), expect.closeTo(0.1, 9)]);
  });

  it("do not reach beyond the rounds that a family has", () => {
    const { series: lines, xTicks } = prepareIntervalLines(
      [series("a", [point(0, 0.3), point(1, 0.4)]), series("b", [point(0, 0.2), point(3, 0.5)])],
      names,
    );
    expect(lines[0]?.points).toHaveLength(2);
    expect(xTicks.map(({ x }) => x)).toEqual([0, 1, 3]);
  });

  it("stand beside each other, so that no interval hides another", () => {
    const { series: lines } = prepareIntervalLines(
      [series("a", [point(1, 0.3)]), series("b", [point(1, 0.3)])],
      names,
    );
    const [a, b] = lines.map(({ points }) => points[0]?.at ?? 0);
    expect((b ?? 0) - (a ?? 0)).toBeGreaterThan(0.02);
    expect(((a ?? 0) + (b ?? 0)) / 2).toBeCloseTo(1, 9);
  });

  it("over k: each doubling is as wide as the last, and k that is no power of two has its place", () => {
    const { xTicks } = prepareIntervalLines(
      [
        series(
          "a",
          [1, 2, 4, 8, 12].map((k) => point(k, 0.5)),
        ),
      ],
      { ...names, scale: "log2" },
    );
    expect(xTicks.map(({ at }) => at)).toEqual([0, 1, 2, 3, expect.closeTo(3.585, 3)]);
  });

  it("hold the same numbers as a table and as data", () => {
    const { table } = prepareIntervalLines([series("a", [point(0, 0.3, "Base"), point(1, null)])], names);
    expect(table.columns).toEqual(["Family", "Model", "Round", "pass@1", "95% interval"]);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ["Family a", "Base", "0", "30.0%", "20.0% to 40.0%"],
      ["Family a", "–", "1", "–", "–"],
    ]);
    expect(table.data).toEqual([
      { series: "Family a", model: "Base", x: 0, value: 0.3, low: 0.3 - 0.1, high: 0.3 + 0.1 },
      { series: "Family a", model: null, x: 1, value: null, low: null, high: null },
    ]);
  });

  it("say when there is nothing to draw", () => {
    expect(prepareIntervalLines([], names).empty).toBe(true);
    expect(prepareIntervalLines([series("a", [point(0, null)])], names).empty).toBe(true);
    expect(prepareIntervalLines([series("a", [point(0, 0)])], names).empty).toBe(false);
  });
});

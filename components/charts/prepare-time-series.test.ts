import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareTimeSeries, valueTicks, type TimePoint } from "./prepare-time-series";

const point = (seconds: number, value: number | null): TimePoint => ({ at: seconds * 1000, value });

describe("a line over time", () => {
  it("is in order of time, the last value of a moment counts, and what is no number is missing", () => {
    const series = prepareTimeSeries([point(2, 5), point(1, 4), point(2, 6), point(3, Number.NaN)]);
    expect(series.points).toEqual([point(1, 4), point(2, 6), point(3, null)]);
    expect(series.latest).toBe(6);
    expect(series.peak).toBe(6);
  });

  it("breaks where points stay out", () => {
    const series = prepareTimeSeries([point(0, 1), point(1, 1), point(2, 1), point(60, 1), point(61, 1)]);
    expect(series.points).toEqual([
      point(0, 1),
      point(1, 1),
      point(2, 1),
      point(3, null),
      point(60, 1),
      point(61, 1),
    ]);
  });

  it("has round ticks of time inside its domain", () => {
    const series = prepareTimeSeries(Array.from({ length: 61 }, (_, second) => point(1000 + second, 1)));
    expect(series.timeTicks.map((tick) => tick / 1000)).toEqual([1005, 1020, 1035, 1050]);
  });

  it("of nothing is empty, not zero", () => {
    const series = prepareTimeSeries([]);
    expect(series).toMatchObject({ points: [], latest: null, peak: null, rows: [] });
  });

  it("names at most ten points, the first and the last among them", () => {
    const series = prepareTimeSeries(Array.from({ length: 500 }, (_, second) => point(second, second)));
    expect(series.rows).toHaveLength(10);
    expect([series.rows[0], series.rows.at(-1)]).toEqual([point(0, 0), point(499, 499)]);
  });

  it.each([
    [0, [0, 1]],
    [0.7, [0, 0.2, 0.4, 0.6, 0.8]],
    [1, [0, 0.25, 0.5, 0.75, 1]],
    [87, [0, 25, 50, 75, 100]],
    [1234, [0, 500, 1000, 1500]],
  ])("up to %d has the ticks %j", (most, ticks) => {
    expect(valueTicks(most)).toEqual(ticks);
  });

  it("always covers its values with few ticks", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (most) => {
        const ticks = valueTicks(most);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-9));
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { prepareCalibration } from "./prepare-calibration";

const point = (at: number, count: number) => ({
  at,
  label: `at ${at}`,
  value: 0.5,
  low: 0.3,
  high: 0.6,
  count,
});

describe("a calibration chart", () => {
  it("has its points in order, how far each interval goes, and what is few", () => {
    const { points, rows, anyFew } = prepareCalibration([point(0.8, 12), point(0.2, 400)], { few: 30 });
    expect(points.map(({ at, few }) => [at, few])).toEqual([
      [0.2, false],
      [0.8, true],
    ]);
    expect(points[0]?.error).toEqual([expect.closeTo(0.2), expect.closeTo(0.1)]);
    expect(rows[1]?.cells).toEqual(["at 0.8", "80%", "50%", "30% to 60%", "12, too few"]);
    expect(anyFew).toBe(true);
  });

  it("leaves out what is no number", () => {
    expect(prepareCalibration([point(Number.NaN, 5)], { few: 30 })).toEqual({
      points: [],
      rows: [],
      anyFew: false,
    });
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareIntervals, type IntervalRow } from "./prepare-intervals";

const row = (change: Partial<IntervalRow> = {}): IntervalRow => ({
  key: "a",
  label: "A",
  value: 0.5,
  low: 0.4,
  high: 0.6,
  count: 100,
  ...change,
});

describe("rows of values with intervals", () => {
  it("stand on a scale from 0 to 1, with their words", () => {
    const { rows, ticks, anyFew } = prepareIntervals([row({ against: 0.25 })], { kind: "share" });
    expect(rows[0]).toMatchObject({
      dot: 50,
      bar: { from: 40, width: expect.closeTo(20, 9) },
      against: 25,
      value: "50%",
      interval: "40% to 60%",
      count: "100",
      few: false,
    });
    expect(ticks.map(({ label }) => label)).toEqual(["0%", "25%", "50%", "75%", "100%"]);
    expect(anyFew).toBe(false);
  });

  it("reach below 0 only where a coefficient does", () => {
    const below = prepareIntervals([row({ low: -0.3 })], { kind: "coefficient" });
    expect(below.ticks[0]).toEqual({ at: 0, label: "-0.50" });
    expect(below.ticks.find(({ label }) => label === "0.00")?.at).toBeCloseTo(100 / 3);
    expect(prepareIntervals([row()], { kind: "coefficient" }).ticks[0]).toEqual({ at: 0, label: "0.00" });
  });

  it("say what is few and what is unknown, and draw nothing for it", () => {
    const { rows, anyFew } = prepareIntervals(
      [row({ count: 29 }), row({ value: null, low: null, high: null, count: 0, why: "Nothing yet." })],
      { kind: "share" },
    );
    expect(anyFew).toBe(true);
    expect(rows.map(({ few }) => few)).toEqual([true, false]);
    expect(rows[1]).toMatchObject({ dot: null, bar: null, value: "–", interval: "–", why: "Nothing yet." });
  });

  it("never leave their track", () => {
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share, share)), (values) => {
        const given = values.map((three) => {
          const [low = 0, value = 0, high = 0] = three.toSorted((a, b) => a - b);
          return row({ low, value, high });
        });
        for (const { dot, bar } of prepareIntervals(given, { kind: "coefficient" }).rows) {
          expect(dot).toBeGreaterThanOrEqual(0);
          expect(dot).toBeLessThanOrEqual(100);
          expect(bar?.from).toBeGreaterThanOrEqual(0);
          expect((bar?.from ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(100 + 1e-9);
        }
      }),
    );
  });
});

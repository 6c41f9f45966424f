import * as fc from "fast-check";
import { expect, it } from "vitest";
import { meanFigure } from "./mean";

const figure = (value: number, low: number | null, high: number | null) => ({ value, low, high });

it("a mean's interval is narrower than that of each part, and as wide for one alone", () => {
  expect(meanFigure([figure(0.5, 0.4, 0.7)])).toEqual(figure(0.5, 0.4, expect.closeTo(0.7, 12)));
  const mean = meanFigure([figure(0.5, 0.4, 0.6), figure(0.7, 0.6, 0.8)]);
  expect(mean.value).toBeCloseTo(0.6, 12);
  // sqrt(0.1^2 + 0.1^2) / 2
  expect(mean.low).toBeCloseTo(0.6 - 0.0707107, 6);
  expect(mean.high).toBeCloseTo(0.6 + 0.0707107, 6);
});

it("an end that one part lacks, the mean lacks too", () => {
  expect(meanFigure([figure(0.5, null, 0.6), figure(0.5, 0.4, 0.6)])).toMatchObject({ low: null });
});

it("stays a share", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share, share), { minLength: 1 }), (parts) => {
      const mean = meanFigure(
        parts.map((three) => {
          const [low = 0, value = 0, high = 0] = three.toSorted((a, b) => a - b);
          return figure(value, low, high);
        }),
      );
      expect(mean.low).toBeGreaterThanOrEqual(0);
      expect(mean.high).toBeLessThanOrEqual(1);
      expect(mean.low).toBeLessThanOrEqual(mean.value + 1e-12);
      expect(mean.high).toBeGreaterThanOrEqual(mean.value - 1e-12);
    }),
  );
});

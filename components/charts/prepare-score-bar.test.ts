import * as fc from "fast-check";
import { expect, it } from "vitest";
import { prepareScoreBar } from "./prepare-score-bar";

it("stands on a scale from 0 to 100", () => {
  expect(prepareScoreBar({ value: 0.5, low: 0.4, high: 0.6 })).toEqual({
    dot: 50,
    bar: { from: 40, width: expect.closeTo(20, 9) },
  });
  expect(prepareScoreBar({ value: 0.5, low: null, high: null }).bar).toBeNull();
});

it("can be seen and never leaves the scale", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, (...three) => {
      const [low = 0, value = 0, high = 0] = three.toSorted((a, b) => a - b);
      const { bar } = prepareScoreBar({ value, low, high });
      expect(bar?.width).toBeGreaterThanOrEqual(1);
      expect(bar?.from).toBeGreaterThanOrEqual(0);
      expect((bar?.from ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(100 + 1e-9);
    }),
  );
});

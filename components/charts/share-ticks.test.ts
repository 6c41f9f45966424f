import * as fc from "fast-check";
import { expect, it } from "vitest";
import { shareTicks } from "./share-ticks";

it("an axis of nothing is the whole scale", () => {
  expect(shareTicks([])).toEqual({ yDomain: [0, 1], yTicks: [0, 0.25, 0.5, 0.75, 1] });
});

it.each([
  [
    [0.3, 0.5],
    [0.3, 0.5],
  ],
  [[0.31], [0.26, 0.36]],
  [
    [0, 1],
    [0, 1],
  ],
  [[1], [0.94, 1]],
  [[0], [0, 0.06]],
])("shares %j are drawn on %j", (shares, domain) => {
  expect(shareTicks(shares).yDomain).toEqual(domain);
});

it("every share lies on its axis, which has two to six round ticks and never leaves 0 to 1", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (shares) => {
      const { yDomain, yTicks } = shareTicks(shares);
      const [from, to] = yDomain;
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(1);
      for (const share of shares) {
        expect(share).toBeGreaterThanOrEqual(from - 1e-9);
        expect(share).toBeLessThanOrEqual(to + 1e-9);
      }
      expect(yTicks.length).toBeGreaterThanOrEqual(2);
      expect(yTicks.length).toBeLessThanOrEqual(6);
      expect(yTicks[0]).toBe(from);
      expect(yTicks.at(-1)).toBe(to);
    }),
  );
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AXIS_HEIGHT,
  firstShown,
  fitted,
  LARGEST,
  revealed,
  SMALLEST,
  toWorld,
  visibleBox,
  zoomedAt,
} from "./transform";

const number = fc.double({ min: -5_000, max: 5_000, noNaN: true });
const transform = fc.record({
  x: number,
  y: number,
  k: fc.double({ min: SMALLEST, max: LARGEST, noNaN: true }),
});
const size = fc.record({
  width: fc.integer({ min: 300, max: 2_000 }),
  height: fc.integer({ min: 300, max: 1_200 }),
});
const box = fc
  .record({
    left: number,
    top: number,
    wide: fc.integer({ min: 1, max: 9_000 }),
    high: fc.integer({ min: 1, max: 9_000 }),
  })
  .map(({ left, top, wide, high }) => ({ left, top, right: left + wide, bottom: top + high }));

describe("the window over a tree", () => {
  it("zooms around a point that stays where it is, within limits", () => {
    fc.assert(
      fc.property(transform, number, fc.double({ min: 0.1, max: 10, noNaN: true }), (at, place, factor) => {
        const point = { x: place, y: place / 2 };
        const next = zoomedAt(at, factor, point);
        expect(next.k).toBeGreaterThanOrEqual(SMALLEST);
        expect(next.k).toBeLessThanOrEqual(LARGEST);
        expect(toWorld(next, point).x).toBeCloseTo(toWorld(at, point).x, 3);
        expect(toWorld(next, point).y).toBeCloseTo(toWorld(at, point).y, 3);
      }),
    );
  });

  it("fits whatever is not too large for the smallest scale", () => {
    fc.assert(
      fc.property(box, size, (whole, window) => {
        const { k } = fitted(whole, window);
        fc.pre(k > SMALLEST);
        const seen = visibleBox(fitted(whole, window), window);
        expect(k).toBeLessThanOrEqual(1);
        expect(seen.left).toBeLessThanOrEqual(whole.left);
        expect(seen.right).toBeGreaterThanOrEqual(whole.right);
        expect(seen.top + AXIS_HEIGHT / k).toBeLessThanOrEqual(whole.top);
        expect(seen.bottom).toBeGreaterThanOrEqual(whole.bottom);
      }),
    );
  });

  it("moves only as far as it must to show a step, and not at all where it shows", () => {
    fc.assert(
      fc.property(transform, size, number, (at, window, place) => {
        const step = { left: place, right: place + 100, top: place - 40, bottom: place };
        const next = revealed(at, step, window);
        const seen = visibleBox(next, window);
        expect(seen.left).toBeLessThanOrEqual(step.left);
        expect(seen.right).toBeGreaterThanOrEqual(step.right);
        expect(seen.bottom).toBeGreaterThanOrEqual(step.bottom);
        const again = revealed(next, step, window);
        expect(again.x).toBeCloseTo(next.x, 6);
        expect(again.y).toBeCloseTo(next.y, 6);
      }),
    );
  });

  it("starts with the whole of a small tree, and near the point of a large one", () => {
    const window = { width: 800, height: 600 };
    const small = { left: 0, top: -100, right: 700, bottom: 100 };
    expect(firstShown(small, window, { at: { x: 0, y: 0 }, selected: false })).toEqual(fitted(small, window));
    const large = { left: 0, top: -40_000, right: 2_400, bottom: 40_000 };
    const at = { x: 528, y: 12_345 };
    const seen = visibleBox(firstShown(large, window, { at, selected: true }), window);
    expect(seen.left).toBeLessThan(at.x);
    expect(seen.right).toBeGreaterThan(at.x + 208);
    expect((seen.top + seen.bottom) / 2).toBeCloseTo(at.y);
  });
});

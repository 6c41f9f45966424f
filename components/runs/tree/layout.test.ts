import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openAtFirst, prunedKey, viewOf, type View } from "./fold";
import { COLUMN, itemAt, itemsIn, layOut, LINE, STEP_WIDTH } from "./layout";
import { anyTree, treeOf } from "./testing/some-tree";

const wholeView = (nodes: Parameters<typeof treeOf>[0]): View => {
  const tree = treeOf(nodes);
  const choices = new Map(nodes.map((_, place) => [prunedKey(`n${place}`), true]));
  return viewOf(tree, { atFirst: openAtFirst(tree, Infinity), choices, selected: null });
};

describe("where the steps of a tree stand", () => {
  it("is by depth to the right, the first child on its parent's line, the others below", () => {
    const layout = layOut(
      wholeView([{ parent: -1 }, { parent: 0 }, { parent: 0 }, { parent: 1 }, { parent: 1 }]),
    );
    expect(layout.x).toEqual([0, COLUMN, 2 * COLUMN, 2 * COLUMN, COLUMN]);
    expect(layout.y).toEqual([0, 0, 0, LINE, 2 * LINE]);
  });

  it("leaves no two steps over one another, keeps drawing order down a depth, and lies within its bounds", () => {
    fc.assert(
      fc.property(anyTree, ({ nodes }) => {
        const view = wholeView(nodes);
        const layout = layOut(view);
        const lowest = new Map<number, number>();
        for (const [index, { depth }] of view.items.entries()) {
          const y = layout.y[index] ?? NaN;
          expect(layout.x[index]).toBe(depth * COLUMN);
          expect(y - (lowest.get(depth) ?? -Infinity)).toBeGreaterThanOrEqual(LINE - 1e-6);
          lowest.set(depth, y);
          expect(y).toBeGreaterThan(layout.bounds.top);
          expect(y).toBeLessThan(layout.bounds.bottom);
          const below = (view.children[index] ?? []).map((child) => layout.y[child] ?? NaN);
          expect(below[0] ?? y).toBe(y);
        }
      }),
    );
  });

  it("finds each step again by a point on it, and none between the columns", () => {
    fc.assert(
      fc.property(anyTree, ({ nodes }) => {
        const view = wholeView(nodes);
        const layout = layOut(view);
        for (const index of view.items.keys()) {
          const [x, y] = [layout.x[index] ?? 0, layout.y[index] ?? 0];
          expect(itemAt(layout, { x: x + 10, y: y - 10 })).toBe(index);
          expect(itemAt(layout, { x: x + STEP_WIDTH + 10, y: y - 10 })).toBe(-1);
          const box = { left: x, right: x + 1, top: y - 1, bottom: y };
          expect(itemsIn(layout, box)).toContain(index);
        }
        expect(itemsIn(layout, layout.bounds)).toHaveLength(view.items.length);
      }),
    );
  });

  it("has bounds for a view without items", () => {
    expect(layOut({ items: [], children: [], indexOf: new Map() }).bounds.right).toBe(0);
  });
});

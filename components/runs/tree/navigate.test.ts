import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openAtFirst, viewOf } from "./fold";
import { endOfPath, moved, MOVES, type Move } from "./navigate";
import { anyTree, treeOf } from "./testing/some-tree";

/** 0 over 1 and 2; 1 over 3 and 4; 2 over 5. Drawn in the order 0 1 3 4 2 5. */
const tree = treeOf([
  { parent: -1 },
  { parent: 0 },
  { parent: 0 },
  { parent: 1 },
  { parent: 1 },
  { parent: 2 },
]);
const view = viewOf(tree, { atFirst: openAtFirst(tree, Infinity), choices: new Map(), selected: null });
const at = (place: number): number => view.indexOf.get(`n${place}`) ?? -1;

describe("walking a tree by keys", () => {
  it.each<[from: number, move: Move, to: number]>([
    [3, "parent", 1],
    [0, "parent", 0],
    [1, "child", 3],
    [3, "child", 3],
    [1, "next", 2],
    [2, "previous", 1],
    [4, "next", 5],
    [5, "previous", 4],
    [5, "next", 5],
    [0, "previous", 0],
    [5, "first", 0],
  ])("from %i, %s leads to %i", (from, move, to) => {
    expect(moved(view, at(from), move)).toBe(at(to));
  });

  it("never leaves the view, and keeps the depth besides", () => {
    fc.assert(
      fc.property(anyTree, fc.array(fc.constantFrom(...MOVES), { maxLength: 30 }), ({ nodes }, moves) => {
        const any = treeOf(nodes);
        const shown = viewOf(any, { atFirst: openAtFirst(any, 20), choices: new Map(), selected: null });
        let index = 0;
        for (const move of moves) {
          const next = moved(shown, index, move);
          expect(shown.items[next]).toBeDefined();
          const step = (shown.items[next]?.depth ?? NaN) - (shown.items[index]?.depth ?? NaN);
          const allowed = { parent: [0, -1], child: [0, 1], previous: [0], next: [0] };
          expect(move === "first" || allowed[move].includes(step)).toBe(true);
          index = next;
        }
      }),
    );
  });

  it("comes back from a child by parent, and from next by previous where there was a next", () => {
    fc.assert(
      fc.property(anyTree, ({ nodes }) => {
        const any = treeOf(nodes);
        const shown = viewOf(any, {
          atFirst: openAtFirst(any, Infinity),
          choices: new Map(),
          selected: null,
        });
        for (const index of shown.items.keys()) {
          const child = moved(shown, index, "child");
          expect(child === index || moved(shown, child, "parent") === index).toBe(true);
          const next = moved(shown, index, "next");
          expect(next === index || moved(shown, next, "previous") === index).toBe(true);
        }
      }),
    );
  });

  it("goes to an end along the most visited steps, and by pruned ones only where it must", () => {
    const any = treeOf([
      { parent: -1, visits: 9 },
      { parent: 0, visits: 2 },
      { parent: 0, visits: 6 },
      { parent: 2, visits: 6, pruned: "not-kept" },
      { parent: 0, visits: 7, pruned: "duplicate" },
    ]);
    expect([0, 1, 2, 3, 4].map((place) => endOfPath(any, place))).toEqual([3, 1, 3, 3, 4]);
  });
});

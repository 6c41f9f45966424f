import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTree, columnsOf, treeOf } from "./testing/some-tree";
import { buildTree, endOf, firstWrongSteps, pathTo } from "./tree";

describe("a tree made ready", () => {
  it("is none without nodes", () => {
    expect(buildTree(columnsOf([]))).toBeNull();
  });

  it("leaves out what hangs on nothing", () => {
    const tree = treeOf([{ parent: -1 }, { parent: 0 }, { parent: -1 }, { parent: 2 }]);
    expect(tree.order).toEqual([0, 1]);
    expect(tree.placeOf.has("n3")).toBe(false);
  });

  it("walks parents first, each subtree in one piece, and counts what is below", () => {
    fc.assert(
      fc.property(anyTree, ({ nodes, growth }) => {
        const tree = treeOf(nodes, growth);
        expect(tree.order.toSorted((a, b) => a - b)).toEqual(nodes.map((_, place) => place));
        for (const [rank, place] of tree.order.entries()) {
          const subtree = tree.order.slice(rank, rank + 1 + (tree.below[place] ?? 0));
          expect(subtree.every((each) => pathTo(tree, each).includes(place))).toBe(true);
          const right = subtree.filter((each) => endOf(tree, each) === "right").length;
          expect(tree.ends[place]?.right).toBe(right);
          expect(pathTo(tree, place)).toHaveLength((tree.depth[place] ?? 0) + 1);
        }
      }),
    );
  });

  it("knows the first wrong step of a chain by the path to its end", () => {
    const nodes = [{ parent: -1 }, { parent: 0 }, { parent: 1 }, { parent: 2, chain: 0 }];
    const columns = columnsOf(nodes);
    const marked = { ...columns, chains: columns.chains.map((chain) => ({ ...chain, firstWrongStep: 1 })) };
    const tree = buildTree(marked);
    expect(tree === null ? null : [...firstWrongSteps(tree)]).toEqual([2]);
  });
});

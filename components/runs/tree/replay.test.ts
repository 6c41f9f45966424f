import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GrowthMove } from "@/server/runs/tree-columns";
import { growthOf, momentAfter, storedMoment } from "./replay";
import { anyTree, treeOf } from "./testing/some-tree";

const move = (changes: Partial<GrowthMove>): GrowthMove => ({
  stage: "self-generation",
  kind: "expansion",
  from: 0,
  added: [],
  right: [],
  wrong: [],
  best: -1,
  worst: -1,
  ...changes,
});

describe("replay of a logged growth", () => {
  it("counts each rollout on every node from the root to its end", () => {
    const growth = [
      move({ added: [1, 2] }),
      move({ added: [3], right: [3, 3], wrong: [2] }),
      move({ kind: "selection", best: 1, worst: 2 }),
    ];
    const tree = treeOf([{ parent: -1 }, { parent: 0 }, { parent: 0 }, { parent: 1 }], growth);
    expect(momentAfter(tree, growth, 0).exists).toEqual([true, false, false, false]);
    expect(momentAfter(tree, growth, 1)).toMatchObject({
      exists: [true, true, true, false],
      visits: [0, 0, 0, 0],
    });
    expect(momentAfter(tree, growth, 2)).toMatchObject({
      exists: [true, true, true, true],
      visits: [3, 2, 1, 2],
      wins: [2, 2, 0, 2],
    });
    expect([...momentAfter(tree, growth, 2).best]).toEqual([]);
    expect([...momentAfter(tree, growth, 3).best]).toEqual([1]);
    expect([...momentAfter(tree, growth, 3).worst]).toEqual([2]);
  });

  it("shows a node that the log does not name with the last step at the latest", () => {
    const growth = [move({ added: [1] }), move({})];
    const tree = treeOf([{ parent: -1 }, { parent: 0 }, { parent: 0 }], growth);
    expect(momentAfter(tree, growth, 1).exists).toEqual([true, true, false]);
    expect(momentAfter(tree, growth, 2).exists).toEqual([true, true, true]);
  });

  it("only ever grows, parents before children, and ends with what is stored", () => {
    fc.assert(
      fc.property(anyTree, ({ nodes, growth }) => {
        const tree = treeOf(nodes, growth);
        let before = momentAfter(tree, growth, 0);
        for (let step = 1; step <= growth.length; step++) {
          const now = momentAfter(tree, growth, step);
          for (const place of tree.order) {
            const isThere = now.exists[place] === true;
            expect(isThere || before.exists[place] === false).toBe(true);
            expect(!isThere || place === 0 || now.exists[tree.parent[place] ?? -1]).toBe(true);
            expect(now.visits[place]).toBeGreaterThanOrEqual(before.visits[place] ?? 0);
            expect(now.wins[place]).toBeLessThanOrEqual(now.visits[place] ?? 0);
          }
          before = now;
        }
        const stored = storedMoment(tree);
        expect(momentAfter(tree, growth, growth.length)).toEqual({
          ...stored,
          best: new Set(),
          worst: new Set(),
        });
      }),
    );
  });
});

describe("replay of a run without a log", () => {
  it("goes by the order of the chains", () => {
    const tree = treeOf([
      { parent: -1, visits: 3, wins: 2 },
      { parent: 0, visits: 1, wins: 0, chain: 1, verdict: "incorrect" },
      { parent: 0, visits: 2, wins: 2 },
      { parent: 2, visits: 2, wins: 2, chain: 0, verdict: "correct" },
    ]);
    expect(growthOf(tree).map(({ from, added, right, wrong }) => ({ from, added, right, wrong }))).toEqual([
      { from: 0, added: [2, 3], right: [3, 3], wrong: [] },
      { from: 0, added: [1], right: [], wrong: [1] },
    ]);
  });

  it("ends with the stored counts, whatever the tree", () => {
    fc.assert(
      fc.property(anyTree, ({ nodes }) => {
        const tree = treeOf(nodes);
        const growth = growthOf(tree);
        const { visits, wins } = momentAfter(tree, growth, growth.length);
        expect(visits).toEqual(tree.columns.visits);
        expect(wins).toEqual(tree.columns.wins);
        const added = growth.flatMap((step) => step.added);
        expect(new Set(added).size).toBe(added.length);
      }),
    );
  });
});

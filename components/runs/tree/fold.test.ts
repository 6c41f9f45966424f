import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everythingOpen, isShown, openAtFirst, opened, prunedKey, prunedReasons, viewOf } from "./fold";
import { anyTree, treeOf } from "./testing/some-tree";

/** A root with one followed child, that has two, and three pruned ones. */
const NODES = [
  { parent: -1, visits: 9 },
  { parent: 0, visits: 9 },
  { parent: 0, pruned: "not-kept" },
  { parent: 0, pruned: "duplicate" },
  { parent: 0, pruned: "not-kept" },
  { parent: 1, visits: 7 },
  { parent: 1, visits: 2 },
  { parent: 2 },
] as const;

const tree = treeOf(NODES);
const everything = openAtFirst(tree, Infinity);
const keysOf = (choices: ReadonlyMap<string, boolean>, selected: number | null = null): string[] =>
  viewOf(tree, { atFirst: everything, choices, selected }).items.map(({ key }) => key);

describe("what is shown of a tree", () => {
  it("folds pruned branches into one line with their reasons", () => {
    const view = viewOf(tree, { atFirst: everything, choices: new Map(), selected: null });
    expect(view.items.map(({ key, hidden }) => [key, hidden])).toEqual([
      ["n0", 0],
      ["n1", 0],
      ["n5", 0],
      ["n6", 0],
      ["pruned/n0", 4],
    ]);
    expect(prunedReasons(tree, 0)).toEqual([
      ["not-kept", 2],
      ["duplicate", 1],
    ]);
  });

  it("shows pruned branches after their line once it is unfolded", () => {
    const choices = new Map([[prunedKey("n0"), true]]);
    expect(keysOf(new Map([...choices, ["n2", true]]))).toContain("n7");
    expect(keysOf(choices)).toEqual(["n0", "n1", "n5", "n6", "pruned/n0", "n2", "n3", "n4"]);
  });

  it("folds on request, and says how much is folded away", () => {
    const choices = new Map([["n1", false]]);
    const view = viewOf(tree, { atFirst: everything, choices, selected: null });
    expect(view.items.find(({ key }) => key === "n1")).toMatchObject({ open: false, hidden: 2 });
    expect(view.items.map(({ key }) => key)).not.toContain("n5");
  });

  it("keeps the selected node in view, whatever was folded", () => {
    expect(keysOf(new Map([["n0", false]]), 7)).toContain("n7");
    expect(keysOf(new Map([["n1", false]]), 5)).toContain("n5");
  });

  it("opens the most visited nodes first while there is room", () => {
    expect([...openAtFirst(tree, 2)]).toEqual([0]);
    expect([...openAtFirst(tree, 4)]).toEqual([0, 1]);
  });

  it("holds for any tree: parents first, every node shown or folded away once, small views within their limit", () => {
    fc.assert(
      fc.property(anyTree, fc.integer({ min: 1, max: 30 }), fc.nat(), ({ nodes }, most, pick) => {
        const any = treeOf(nodes);
        const selected = pick % nodes.length;
        const atFirst = openAtFirst(any, most);
        const view = viewOf(any, { atFirst, choices: new Map(), selected });
        for (const [index, item] of view.items.entries()) {
          expect(item.parent).toBeLessThan(index);
          expect(view.children[index]?.every((child) => view.items[child]?.parent === index)).toBe(true);
        }
        const shown = view.items.filter(({ kind }) => kind === "node").length;
        const folded = view.items.reduce((sum, { hidden }) => sum + hidden, 0);
        expect(shown + folded).toBe(any.order.length);
        expect(new Set(view.items.map(({ key }) => key)).size).toBe(view.items.length);
        expect(view.indexOf.has(`n${selected}`)).toBe(true);
        const alone = viewOf(any, { atFirst, choices: new Map(), selected: null });
        const first =
          1 + (any.children[0] ?? []).filter((child) => nodes[child]?.pruned === undefined).length;
        expect(alone.items.filter(({ kind }) => kind === "node").length).toBeLessThanOrEqual(
          Math.max(most, first),
        );
      }),
    );
  });

  it("shows every node, and folds nothing away, when all is open", () => {
    fc.assert(
      fc.property(anyTree, ({ nodes }) => {
        const any = treeOf(nodes);
        const choices = everythingOpen(any);
        const view = viewOf(any, { atFirst: new Set(), choices, selected: null });
        expect(view.items.filter(({ kind }) => kind === "node")).toHaveLength(nodes.length);
        expect(view.items.every(({ hidden, open }) => hidden === 0 && open !== false)).toBe(true);
      }),
    );
  });

  it("tells without a view whether a node is in it", () => {
    fc.assert(
      fc.property(anyTree, fc.integer({ min: 1, max: 30 }), fc.array(fc.nat()), ({ nodes }, most, picks) => {
        const any = treeOf(nodes);
        const atFirst = openAtFirst(any, most);
        const choices = new Map(
          picks.flatMap((pick) => [
            [`n${pick % nodes.length}`, pick % 3 > 0] as const,
            [prunedKey(`n${(pick * 7) % nodes.length}`), pick % 2 > 0] as const,
          ]),
        );
        const view = viewOf(any, { atFirst, choices, selected: null });
        for (const place of any.order)
          expect(isShown(any, place, { atFirst, choices })).toBe(view.indexOf.has(`n${place}`));
      }),
    );
  });

  it("choices that open the way to a node show it without being selected", () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), ({ nodes }, pick) => {
        const any = treeOf(nodes);
        const place = pick % nodes.length;
        const choices = opened(any, new Map(), place);
        const view = viewOf(any, { atFirst: new Set(), choices, selected: null });
        expect(view.indexOf.has(`n${place}`)).toBe(true);
        expect(opened(any, choices, place)).toBe(choices);
      }),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aroundMatch, findText, nextMatch, pathsToEnds } from "./find";
import { anyTree, treeOf } from "./testing/some-tree";
import { endOf, pathTo } from "./tree";

/** Drawn in the order 0 1 3 2. */
const tree = treeOf([
  { parent: -1, step: "" },
  { parent: 0, step: "Let $x = 3$." },
  { parent: 0, step: "Let y be FOUR." },
  { parent: 1, step: "So $x$ is four.", verdict: "correct" },
]);

describe("searching a tree", () => {
  it("finds text whatever its case, in drawing order", () => {
    expect(findText(tree, "four")).toEqual([3, 2]);
    expect(findText(tree, "  LET ")).toEqual([1, 2]);
    expect(findText(tree, "five")).toEqual([]);
    expect(findText(tree, " ")).toEqual([]);
  });

  it.each([
    [null, false, 3],
    [0, false, 3],
    [3, false, 2],
    [2, false, 3],
    [2, true, 3],
    [3, true, 2],
    [1, true, 2],
  ])("from %s, backwards %s, the next match of two is %i", (from, backwards, next) => {
    expect(nextMatch(tree, [3, 2], { from, backwards })).toBe(next);
  });

  it("has no next match without matches", () => {
    expect(nextMatch(tree, [], { from: 0, backwards: false })).toBeNull();
  });

  it("comes round all matches in either direction", () => {
    fc.assert(
      fc.property(anyTree, fc.boolean(), ({ nodes }, backwards) => {
        const any = treeOf(nodes);
        const matches = findText(any, "1");
        const seen = new Set<number>();
        let from: number | null = null;
        for (let step = 0; step < matches.length; step++) {
          from = nextMatch(any, matches, { from, backwards });
          if (from !== null) seen.add(from);
        }
        expect(seen).toEqual(new Set(matches));
      }),
    );
  });

  it("shows a long text around its match and loses none of it", () => {
    const text = `${"a ".repeat(60)}needle and more`;
    const parts = aroundMatch(text, "NEEDLE", 40);
    expect(parts.map(({ match }) => match)).toEqual([false, true, false]);
    expect(parts[1]?.text).toBe("needle");
    expect(parts[0]?.text).toBe("…a a a a ");
    expect(aroundMatch("no such", "needle", 40)).toEqual([{ text: "no such", match: false }]);
  });
});

describe("filtering by verdict", () => {
  it("keeps just the paths to ends of the kind", () => {
    fc.assert(
      fc.property(anyTree, fc.constantFrom("right" as const, "wrong" as const), ({ nodes }, kind) => {
        const any = treeOf(nodes);
        const ends = any.order.filter((place) => endOf(any, place) === kind);
        const expected = new Set(ends.flatMap((place) => pathTo(any, place)));
        expect(pathsToEnds(any, kind)).toEqual(expected);
      }),
    );
  });
});

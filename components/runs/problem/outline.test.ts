import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { branchesTo, outline, type Branch } from "./outline";

const node = (id: string, parentId: string | null) => ({ id, parentId });

/** root -> a -> b -> (c -> d | e) and root -> f. */
const tree = [
  node("root", null),
  node("a", "root"),
  node("b", "a"),
  node("c", "b"),
  node("d", "c"),
  node("e", "b"),
  node("f", "root"),
];

function shape(branches: readonly Branch<{ id: string; parentId: string | null }>[]): string {
  return branches
    .map(
      ({ steps, branches: below }) =>
        steps.map(({ id }) => id).join("") + (below.length > 0 ? `(${shape(below)})` : ""),
    )
    .join("|");
}

describe("the search tree as an outline", () => {
  it("indents at forks only", () => {
    expect(shape(outline(tree))).toBe("ab(cd|e)|f");
    expect(outline(tree)[0]?.size).toBe(5);
  });

  it("is empty without nodes, and for a root alone", () => {
    expect(outline([])).toEqual([]);
    expect(outline([node("root", null)])).toEqual([]);
  });

  it("finds the way to a node", () => {
    expect(branchesTo(outline(tree), "d")).toEqual(["a", "c"]);
    expect(branchesTo(outline(tree), "f")).toEqual(["f"]);
    expect(branchesTo(outline(tree), "nowhere")).toEqual([]);
  });

  it("keeps every node but the root, once", () => {
    const parents = fc.array(fc.nat(), { maxLength: 60 });
    fc.assert(
      fc.property(parents, (choices) => {
        const nodes = choices.map((choice, index) =>
          node(String(index + 1), index === 0 ? "0" : String(choice % (index + 1))),
        );
        const branches = outline([node("0", null), ...nodes]);
        const kept = (some: readonly Branch<ReturnType<typeof node>>[]): string[] =>
          some.flatMap(({ steps, branches: below }) => [...steps.map(({ id }) => id), ...kept(below)]);
        expect(kept(branches).toSorted()).toEqual(nodes.map(({ id }) => id).toSorted());
        expect(branches.reduce((sum, { size }) => sum + size, 0)).toBe(nodes.length);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { indexNodes, nodesOfSteps } from "./step-values";

const node = (id: string, parentId: string | null, step: string) => ({
  id,
  parentId,
  step,
  visits: 1,
  wins: 0,
});
const index = indexNodes([
  node("root", null, ""),
  node("a", "root", "Step 1: add 2 and 3.\n"),
  node("b", "a", "Step 2: the sum is 5.\n"),
  node("c", "a", "Step 2: the sum is 6.\n"),
]);
const ids = (steps: string[]): (string | null)[] =>
  nodesOfSteps(steps, index).map((found) => found?.id ?? null);

describe("the tree's nodes of a chain's steps", () => {
  it("follows equal steps", () => {
    expect(ids(["Step 1: add 2 and 3.\n", "Step 2: the sum is 6.\n"])).toEqual(["a", "c"]);
  });

  it("follows steps that the tree merges: other spacing, other label", () => {
    expect(ids(["Step 1:  add 2 and 3.", "Step 3: The sum is 5."])).toEqual(["a", "b"]);
  });

  it("ends where the tree ends", () => {
    expect(ids(["Step 1: add 2 and 3.\n", "Step 2: nothing.", "Step 3: more."])).toEqual(["a", null, null]);
    expect(nodesOfSteps(["x"], indexNodes([]))).toEqual([null]);
  });
});

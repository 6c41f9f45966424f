import { describe, expect, it } from "vitest";
import type { GrowthMove } from "@/server/runs/tree-columns";
import { GROWTH_KINDS } from "@/server/sphere/types";
import { describeMove } from "./growth-words";
import { treeOf } from "./testing/some-tree";

const tree = treeOf([
  { parent: -1 },
  { parent: 0, step: "Step 1:  Add\n3." },
  { parent: 1, step: "Take half." },
  { parent: 1, pruned: "duplicate" },
  { parent: 1, pruned: "duplicate" },
  { parent: 1, pruned: "not-kept" },
]);
const base: GrowthMove = {
  stage: "self-generation",
  kind: "expansion",
  from: 1,
  added: [],
  right: [],
  wrong: [],
  best: -1,
  worst: -1,
};

describe("a step of growth in words", () => {
  it.each<[Partial<GrowthMove>, string]>([
    [
      { added: [2, 3, 4, 5], best: 2 },
      "Expansion from step 1: 4 candidates, 2 duplicate; best kept “Take half.”.",
    ],
    [
      { kind: "root-samples", from: 0, added: [1], right: [1, 1], wrong: [1] },
      "First samples: 3 solutions written to the end, 2 of 3 right; 1 new step.",
    ],
    [
      { kind: "step-test", right: [], wrong: [2, 2] },
      "Test of step 1, in search of the first wrong step: 2 rollouts, 0 of 2 right.",
    ],
    [
      { kind: "selection", from: 0, best: 1, worst: 2 },
      "Selection after the statement; best kept “Step 1: Add 3.”, worst kept “Take half.”.",
    ],
    [{ kind: "selection" }, "Selection after step 1; nothing kept."],
    [{ kind: "corrections", added: [2] }, "Corrections from step 1: 1 new step."],
  ])("%j", (changes, words) => {
    expect(describeMove(tree, { ...base, ...changes })).toBe(words);
  });

  it("has words for every kind", () => {
    const all = GROWTH_KINDS.map((kind) => describeMove(tree, { ...base, kind }));
    expect(new Set(all).size).toBe(GROWTH_KINDS.length);
  });
});

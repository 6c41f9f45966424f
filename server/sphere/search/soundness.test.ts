import { expect, test } from "vitest";
import { chainOfPath } from "../chain";
import { SearchTree } from "../search-tree";
import { openScripted } from "../testing/open-scripted";
import type { TerminalKind } from "../types";
import { bucketOfSides } from "./bucket-of-sides";
import { soundestAndLeast } from "./soundness";
import { rolloutWorth } from "./worth";

const { io, stage } = openScripted({});

function chain(
  steps: readonly string[],
  terminal: TerminalKind = "boxed",
  meanLogprob: number | null = null,
) {
  return chainOfPath(stage, { steps, sample: { callId: "c", index: 0 }, tokens: 1, meanLogprob, terminal });
}

const solid = chain(["we add them all up first.\n\n", "it comes to \\boxed{42}"]);
const lucky = chain(["we take the first number.\n\n", "then multiply to get \\boxed{42}"]);
const wrong = chain(["we take the first number.\n\n", "then divide to get \\boxed{7}"]);
const cut = chain(["we do not know how to begin and"], "truncated");

test("the soundest chain has the best weakest step, the least sound the worst; cut-off ends count for neither", () => {
  const tree = new SearchTree(io);
  const chains = [cut, wrong, lucky, solid];
  for (const one of chains) tree.add(one, { counts: true });
  expect(soundestAndLeast(tree, chains, rolloutWorth)).toEqual({ best: solid, worst: wrong });
  expect(soundestAndLeast(tree, [cut], rolloutWorth)).toEqual({ best: cut, worst: cut });
  expect(soundestAndLeast(tree, [], rolloutWorth)).toEqual({ best: null, worst: null });
});

test.each([
  { why: "Sol_max is wrong", best: wrong, worst: wrong, bucket: "hard" },
  { why: "Sol_max is wrong though Sol_min is right", best: wrong, worst: solid, bucket: "hard" },
  { why: "there is no Sol_max", best: null, worst: null, bucket: "hard" },
  { why: "Sol_max was cut off", best: cut, worst: solid, bucket: "hard" },
  { why: "both are right", best: solid, worst: lucky, bucket: "easy" },
  { why: "Sol_min is wrong", best: solid, worst: wrong, bucket: "mixed" },
  { why: "Sol_min was cut off", best: solid, worst: cut, bucket: "mixed" },
])("$bucket: $why", ({ best, worst, bucket }) => {
  expect(bucketOfSides({ best, worst })).toBe(bucket);
});

import { expect, test } from "vitest";
import { DEFAULT_SPHERE_CONFIG } from "./config";
import { makeChain } from "./chain";
import { SearchTree } from "./search-tree";
import { openStage } from "./stage";
import { createScriptedIo } from "./testing/scripted-io";

const io = createScriptedIo({ answer: "7", script: () => null });
const stage = openStage({ id: "p", statement: "" }, "self-generation", {
  io,
  config: DEFAULT_SPHERE_CONFIG,
  hasSmallModel: false,
});

function chain(continuation: string) {
  const sample = {
    ref: { callId: "c", index: 0 },
    text: "",
    tokens: 9,
    meanLogprob: null,
    finish: "end-of-turn",
  } as const;
  return makeChain(stage, { origin: "root-sample", role: "policy", sample, prefixSteps: [], continuation });
}

const LONG =
  "first we put all of the apples from the three boxes into one heap and count them with great care";
const chains = [
  chain("Step 1: We add the two numbers.\n\nStep 2: The sum is then 3 + 4 = 7. \\boxed{7}"),
  chain("Step 1:  we add  the two numbers.\n\nStep 2: The sum is then 3 + 4 = 8. \\boxed{8}"),
  chain(`Step 1: ${LONG}: 3 + 4 = 7.\n\nStep 2: So the number is seven. \\boxed{7}`),
  chain(`Step 1: ${LONG}: 3 + 4 = 8.\n\nStep 2: So the number is eight. \\boxed{8}`),
  chain(`Step 1: ${LONG.replace("great", "some")}: 3 + 4 = 8.\n\nStep 2: So it must be eight. \\boxed{8}`),
];

function grown() {
  const tree = new SearchTree(io);
  for (const one of chains) tree.add(one, { counts: true });
  return tree;
}

test("equal keys and near duplicates meet in one node, another number never does", () => {
  const firsts = grown()
    .snapshot()
    .filter(({ depth }) => depth === 1);
  expect(firsts.map(({ visits, wins }) => [visits, wins])).toEqual([
    [2, 1],
    [1, 1],
    [2, 0],
  ]);
});

test("counts add up to the root, and leaves know their chain", () => {
  const nodes = grown().snapshot();
  expect(nodes[0]).toMatchObject({ depth: 0, parentId: null, visits: 5, wins: 2, value: 0.4 });
  const endings = nodes.flatMap(({ chainId }) => chainId ?? []);
  expect(new Set(endings)).toEqual(new Set(chains.map(({ id }) => id)));
});

test("a tree made from its snapshot is the same tree and grows on", () => {
  const stored = grown().snapshot();
  const tree = new SearchTree(io, stored);
  expect(tree.snapshot()).toEqual(stored);
  const [first] = chains;
  if (first === undefined) throw new Error("no chain");
  tree.add(first, { counts: true });
  expect(tree.snapshot()).toHaveLength(stored.length);
  expect(tree.counts(first.steps)).toMatchObject({ visits: 2, wins: 2 });
  expect(tree.pathValue(first)).toBeCloseTo((2 / 3 + 1) / 2);
});

test("a chain that does not count leaves its nodes without a value", () => {
  const tree = new SearchTree(io);
  for (const one of chains.slice(0, 1)) tree.add(one, { counts: false });
  expect(tree.snapshot().every(({ visits, value }) => visits === 0 && value === null)).toBe(true);
  expect(tree.pathValue(chain("Step 1: Another way.\n\nStep 2: It is \\boxed{8}"))).toBe(0);
});

test("tells its growth step by step, without what did nothing, and keeps scores and reasons", () => {
  const tree = new SearchTree(io);
  const ref = { callId: "c", index: 3 };
  tree.startStep("expansion");
  const good = tree.addStep(tree.root, "Step 1: We add the two numbers.\n\n", ref);
  const same = tree.addStep(tree.root, "Step 1:  we add  the two numbers.\n\n", { callId: "d", index: 0 });
  const bad = tree.addStep(tree.root, "Step 1: We multiply them instead.\n\n", ref);
  expect(same).toBe(good);
  tree.setScore(good, { score: 0.75, reward: 0.5 });
  tree.prune(bad, "not-kept");
  tree.prune(bad, "implausible");
  tree.startStep("rollouts", [bad.step]);
  tree.startStep("selection");
  tree.keep({ best: good, worst: null });
  tree.startStep("rollouts", [good.step]);
  for (const one of chains.slice(0, 2)) tree.add(one, { counts: true });

  const nodes = tree.snapshot();
  expect(nodes.slice(1, 3)).toMatchObject([
    { score: 0.75, reward: 0.5, pruned: null, sample: ref, visits: 2, wins: 1 },
    { score: null, pruned: "not-kept", visits: 0 },
  ]);
  expect(tree.growth()).toMatchObject([
    { kind: "expansion", from: tree.root.id, added: [good.id, bad.id], counted: [], best: null },
    { kind: "selection", from: tree.root.id, added: [], best: good.id, worst: null },
    { kind: "rollouts", from: good.id, counted: [{ right: true }, { right: false }] },
  ]);
  const restored = new SearchTree(io, nodes);
  expect(restored.snapshot()).toEqual(nodes);
  expect(restored.growth()).toEqual([]);
});

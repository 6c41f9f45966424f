import { expect, test } from "vitest";
import type { SphereConfig } from "../config";
import { NoSamplesError } from "../errors";
import type { MeasureRequest } from "../io";
import { openScripted } from "../testing/open-scripted";
import { plantedPolicy } from "../testing/planted-policy";
import type { Script } from "../testing/scripted-io";
import { uct } from "./uct";

const GOOD = "Step 1: the good way goes over the hill.\n\n";
const BAD = "Step 1: a bad way leads through the swamp.\n\n";

/** Two ways to begin; after each, every continuation ends at once, right or wrong by chance. */
function twoWays(right: { readonly good: number; readonly bad: number }): Script {
  return ({ prefix }, random) => {
    if (prefix === "") return `${random() < 0.5 ? GOOD : BAD}Step 2`;
    const chance = prefix.includes("good way") ? right.good : right.bad;
    const word = ["hence", "thus", "so", "then", "finally"][Math.floor(random() * 5)] ?? "";
    return `Step 2: ${word} it comes out in the end. \\boxed{${random() < chance ? "42" : "7"}}`;
  };
}

const values = (good: number, bad: number) => (asked: MeasureRequest) =>
  asked.kind === "step-scores"
    ? asked.steps.map((_, index) =>
        asked.steps
          .slice(0, index + 1)
          .join("")
          .includes("good way")
          ? good
          : bad,
      )
    : null;

async function search(
  script: Script,
  config: Partial<SphereConfig>,
  options: { seed?: string; measure?: (asked: MeasureRequest) => number[] | null } = {},
) {
  const { io, stage } = openScripted(
    { script, ...options },
    { mode: "uct", scorer: "prm", ...config },
    { scorerModel: "prm" },
  );
  return { io, result: await uct(stage) };
}

test("one iteration on a known tree: both children kept, rolled out once, and backed up", async () => {
  const { io, result } = await search(
    twoWays({ good: 1, bad: 0 }),
    { iterations: 1, candidates: 8 },
    { measure: values(0.8, 0.2) },
  );
  expect(io.requests.map(({ purpose, n, depth }) => [purpose, n, depth])).toEqual([
    ["expand", 8, 0],
    ["rollout", 1, 1],
    ["rollout", 1, 1],
  ]);
  const nodes = result.tree.snapshot();
  expect(nodes[0]).toMatchObject({ visits: 2, wins: 1, value: 0.5 });
  const byStep = (step: string) => nodes.find((node) => node.step === step);
  // First steps have no step before them: R(s_0) = v_0.
  expect(byStep(GOOD)).toMatchObject({ visits: 1, wins: 1, score: 0.8, reward: 0.8, pruned: null });
  expect(byStep(BAD)).toMatchObject({ visits: 1, wins: 0, score: 0.2, reward: 0.2, pruned: null });
  // V = 0.5 prm + 0.5 (W + prm) / (N + 1): 0.4 + 0.45 and 0.1 + 0.05.
  expect(result.groups.flat()[0]?.tested).toMatchObject({ rollouts: 1, valuedBy: "prm" });
  expect(result.groups.flat()[0]?.tested?.qChosen).toBeCloseTo(0.85);
  expect(result.groups.flat()[0]?.tested?.qRejected).toBeCloseTo(0.15);
  expect(result.bucket).toBe("mixed");
});

test("visits add up: every counted end went through one child of the root", async () => {
  for (const scorer of ["prm", "monte-carlo-soft"] as const) {
    const { result } = await search(
      plantedPolicy({ steps: 4, answer: "42", rightStep: 0.8 }),
      { scorer, iterations: 8 },
      { measure: values(0.7, 0.3) },
    );
    const nodes = result.tree.snapshot();
    const children = nodes.filter(({ depth }) => depth === 1);
    expect(children.reduce((sum, { visits }) => sum + visits, 0)).toBe(nodes[0]?.visits);
    expect(children.reduce((sum, { wins }) => sum + wins, 0)).toBe(nodes[0]?.wins);
    const ended = result.tree.growth().flatMap(({ counted }) => counted);
    expect(ended).toHaveLength(nodes[0]?.visits ?? 0);
  }
});

test("the planted best way gets more visits than the other, though the model cannot tell them apart", async () => {
  const shares = await Promise.all(
    Array.from({ length: 40 }, async (_, seed) => {
      const policy = plantedPolicy({ steps: 6, answer: "42", rightStep: (step) => (step === 0 ? 0.5 : 0.9) });
      const { result } = await search(
        policy,
        { iterations: 24 },
        { seed: String(seed), measure: values(0.5, 0.5) },
      );
      const visits = (wrong: boolean) =>
        result.tree
          .snapshot()
          .filter(({ depth, step }) => depth === 1 && step.includes("wrongly") === wrong)
          .reduce((sum, node) => sum + node.visits, 0);
      return visits(false) / (visits(false) + visits(true));
    }),
  );
  const both = shares.filter((share) => share > 0 && share < 1);
  expect(both.length).toBeGreaterThan(5);
  expect(both.filter((share) => share > 0.5).length / both.length).toBeGreaterThan(0.8);
});

test("ends when nothing is open, and when the problem is plainly too easy or too hard", async () => {
  const closed = await search(() => "Step 1: it is at once \\boxed{42}", { iterations: 16, candidates: 3 });
  expect(closed.io.requests).toHaveLength(1);
  expect(closed.result.bucket).toBe("easy");
  const hopeless = await search(
    plantedPolicy({ steps: 4, answer: "42", rightStep: 0 }),
    { iterations: 16 },
    { measure: values(0.5, 0.5) },
  );
  const ends = hopeless.result.tree.growth().flatMap(({ counted }) => counted);
  expect(ends.length).toBeGreaterThanOrEqual(10);
  expect(ends.length).toBeLessThan(14);
  expect(hopeless.result.bucket).toBe("hard");
});

test("rollouts that value candidates are all backed up, and nothing is rolled out twice", async () => {
  const { io, result } = await search(twoWays({ good: 1, bad: 0 }), {
    scorer: "monte-carlo-soft",
    iterations: 1,
    candidates: 8,
  });
  expect(io.requests.filter(({ purpose }) => purpose === "rollout").map(({ n }) => n)).toEqual([8, 8]);
  expect(result.tree.root).toMatchObject({ visits: 16, wins: 8 });
});

test("no first step at all is an error", async () => {
  await expect(search(() => null, {})).rejects.toBeInstanceOf(NoSamplesError);
});

import { expect, test } from "vitest";
import { DEFAULT_SPHERE_CONFIG } from "./config";
import { makeChain } from "./chain";
import { findFirstWrongStep } from "./first-wrong-step";
import { Rollouts } from "./rollouts";
import { openStage } from "./stage";
import { plantedStep } from "./testing/planted-policy";
import { createScriptedIo } from "./testing/scripted-io";

const STEPS = 8;
const SEARCHES = 300;

/** Searches a chain with a planted first error; a right prefix is solved with chance p a rollout, a wrong one never. */
async function search(planted: number, p: number, seed: number) {
  const io = createScriptedIo({
    answer: "7",
    seed: String(seed),
    script: ({ prefix }, random) =>
      `Step 9: the rest follows. \\boxed{${!prefix.includes("wrongly") && random() < p ? "7" : "8"}}`,
  });
  const stage = openStage({ id: "p", statement: "What?" }, "self-generation", {
    io,
    config: { ...DEFAULT_SPHERE_CONFIG, rolloutsPerPrefix: 4 },
    hasSmallModel: false,
  });
  const steps = Array.from({ length: STEPS }, (_, k) => plantedStep(k, k === planted ? "wrong" : "right", 0));
  const wrong = makeChain(stage, {
    origin: "root-sample",
    role: "policy",
    sample: { ref: { callId: "c", index: 0 }, text: "", tokens: 1, meanLogprob: null, finish: "end-of-turn" },
    prefixSteps: [],
    continuation: `${steps.join("\n\n")} \\boxed{8}`,
  });
  expect(wrong.steps).toHaveLength(STEPS);
  const rollouts = new Rollouts(stage, { purpose: "rollout", limit: 4, batch: 2, untilFirstRight: true });
  const found = await findFirstWrongStep(wrong, [], rollouts);
  return { found, requests: io.requests };
}

/** Chance that every solvable prefix on the way is recognised: each is missed with (1 - p)^K. */
function predictedHitRate(planted: number, p: number, k: number): number {
  let [solvable, unsolvable, chance] = [0, STEPS, 1];
  while (unsolvable - solvable > 1) {
    const middle = (solvable + unsolvable) >> 1;
    if (middle <= planted) [solvable, chance] = [middle, chance * (1 - (1 - p) ** k)];
    else unsolvable = middle;
  }
  return chance;
}

test.each([0, 1, 2, 3, 4, 5, 6, 7].flatMap((planted) => [0.2, 0.5].map((p) => ({ planted, p }))))(
  "finds the planted error $planted at p = $p as often as (1 - p)^K predicts",
  async ({ planted, p }) => {
    const found = await Promise.all(Array.from({ length: SEARCHES }, (_, seed) => search(planted, p, seed)));
    const rate = found.filter((one) => one.found === planted).length / SEARCHES;
    const predicted = predictedHitRate(planted, p, 4);
    const sigma = Math.sqrt((predicted * (1 - predicted)) / SEARCHES);
    expect(Math.abs(rate - predicted)).toBeLessThanOrEqual(4 * sigma);
    // A miss cuts the chain too early, never too late: no wrong prefix is ever solved here.
    expect(found.every((one) => (one.found ?? STEPS) <= planted)).toBe(true);
  },
);

test("asks at most K rollouts a prefix, two at a time, and stops at the first success", async () => {
  const sure = await search(7, 1, 0);
  expect(sure.found).toBe(7);
  expect(sure.requests.map(({ n, depth, ordinal }) => [n, depth, ordinal])).toEqual([
    [2, 4, 0],
    [2, 6, 0],
    [2, 7, 0],
  ]);
  const never = await search(0, 1, 0);
  expect(never.requests.map(({ n, depth, ordinal }) => [n, depth, ordinal])).toEqual([
    [2, 4, 0],
    [2, 4, 2],
    [2, 2, 0],
    [2, 2, 2],
    [2, 1, 0],
    [2, 1, 2],
  ]);
});

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
const K = 4;

interface Trial {
  readonly planted: number;
  /** Chance that a rollout from a right prefix comes out right; from a wrong one none does. */
  readonly p: number;
  readonly seed?: number;
  readonly finalLabelRollouts?: number;
  readonly secondOpinion?: (length: number) => number | null;
}

/** Searches a chain with a planted first error. */
async function search({ planted, p, seed = 0, finalLabelRollouts = K, secondOpinion = () => null }: Trial) {
  const io = createScriptedIo({
    answer: "7",
    seed: String(seed),
    script: ({ prefix }, random) =>
      `Step 9: the rest follows. \\boxed{${!prefix.includes("wrongly") && random() < p ? "7" : "8"}}`,
  });
  const stage = openStage({ id: "p", statement: "What?" }, "self-generation", {
    io,
    config: { ...DEFAULT_SPHERE_CONFIG, rolloutsPerPrefix: K },
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
  const rollouts = new Rollouts(stage, { purpose: "rollout", limit: K, batch: 2, until: "right" });
  const found = await findFirstWrongStep(wrong, {
    roots: [],
    rollouts,
    finalLabelRollouts,
    secondOpinion: (length) => Promise.resolve(secondOpinion(length)),
  });
  return { ...found, asked: io.requests.map(({ n, depth, ordinal }) => [n, depth, ordinal]) };
}

interface Predicted {
  readonly planted: number;
  /** Chance that K rollouts from a solvable prefix all fail. */
  readonly miss: number;
  /** Chance that the rest of the final label's do as well. */
  readonly missAgain: number;
  readonly solvable: number;
  readonly unsolvable: readonly number[];
}

/** Chance that the search finds the planted step, over all ways in which its tests can come out. */
function hitRate(state: Predicted): number {
  const { planted, miss, missAgain, solvable, unsolvable } = state;
  const bound = unsolvable.at(-1) ?? 0;
  const middle = (solvable + bound) >> 1;
  const found = () => hitRate({ ...state, solvable: middle });
  const missed = () => hitRate({ ...state, unsolvable: [...unsolvable, middle] });
  if (middle > solvable) return middle > planted ? missed() : (1 - miss) * found() + miss * missed();
  if (bound > planted) return solvable === planted ? 1 : 0;
  // A solvable prefix that was missed: wrong for good unless the label saves it.
  return (1 - missAgain) * hitRate({ ...state, solvable: bound, unsolvable: unsolvable.slice(0, -1) });
}

function predicted(planted: number, p: number, finalLabelRollouts: number): number {
  const missAgain = (1 - p) ** (finalLabelRollouts - K);
  return hitRate({ planted, miss: (1 - p) ** K, missAgain, solvable: 0, unsolvable: [STEPS] });
}

const everywhere = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((planted) =>
  [0.2, 0.5].map((p) => ({ planted, p, label: K })),
);

test.each([...everywhere, ...[1, 3, 6, 7].map((planted) => ({ planted, p: 0.2, label: 16 }))])(
  "finds the planted error $planted at p = $p, label of $label, as often as (1 - p)^K predicts",
  async ({ planted, p, label }) => {
    const found = await Promise.all(
      Array.from({ length: SEARCHES }, (_, seed) => search({ planted, p, seed, finalLabelRollouts: label })),
    );
    const rate = found.filter(({ step }) => step === planted).length / SEARCHES;
    const expected = predicted(planted, p, label);
    const sigma = Math.sqrt((expected * (1 - expected)) / SEARCHES);
    expect(Math.abs(rate - expected)).toBeLessThanOrEqual(4 * sigma);
    // A miss cuts the chain too early, never too late: no wrong prefix is ever solved here.
    expect(found.every(({ step }) => step !== null && step <= planted)).toBe(true);
  },
);

test("the final label of 16 finds more of the errors that few rollouts miss", () => {
  // Three solvable prefixes stand on the way to the last step.
  expect(predicted(7, 0.2, K)).toBeCloseTo((1 - 0.8 ** 4) ** 3);
  expect(predicted(7, 0.2, 16)).toBeGreaterThan(0.8);
});

test("asks at most K rollouts a prefix, two at a time, and stops at the first success", async () => {
  const sure = await search({ planted: 7, p: 1 });
  expect(sure).toMatchObject({ step: 7, tested: [4, 6, 7] });
  expect(sure.asked).toEqual([
    [2, 4, 0],
    [2, 6, 0],
    [2, 7, 0],
  ]);
  const never = await search({ planted: 0, p: 1 });
  expect(never).toMatchObject({ step: 0, tested: [4, 2, 1] });
  expect(never.asked).toEqual([
    [2, 4, 0],
    [2, 4, 2],
    [2, 2, 0],
    [2, 2, 2],
    [2, 1, 0],
    [2, 1, 2],
  ]);
});

test("the label brings the prefix that was found, and no other, to its rollouts in all", async () => {
  const { asked } = await search({ planted: 0, p: 1, finalLabelRollouts: 8 });
  expect(asked.slice(-2)).toEqual([
    [2, 1, 4],
    [2, 1, 6],
  ]);
  expect(asked).toHaveLength(8);
});

test("a step that a second signal holds for right is not called wrong: the search goes on after it", async () => {
  const doubts = await search({ planted: 3, p: 1, secondOpinion: (length) => (length === 4 ? 0.5 : 0.49) });
  expect(doubts.step).toBe(4);
  const agrees = await search({ planted: 3, p: 1, secondOpinion: () => 0.49 });
  expect(agrees.step).toBe(3);
});

import { expect, test } from "vitest";
import type { SphereConfig } from "../config";
import type { MeasureRequest, ScorerModelKind } from "../io";
import { Rollouts } from "../rollouts";
import { chainOf, testStage } from "../testing/chain-of";
import type { Script } from "../testing/scripted-io";
import type { Chain } from "../types";
import { suspectSteps } from "./suspects";

const WRONG = chainOf(
  [
    "add the first heap",
    "take the second one",
    "double what is left",
    "halve it again",
    "so it is \\boxed{9}",
  ]
    .map((words, index) => `Step ${String(index + 1)}: we ${words} of the apples here.`)
    .join("\n\n"),
);

interface Scene {
  readonly votes?: readonly string[];
  readonly measure?: (request: MeasureRequest) => readonly number[] | null;
  readonly scorerModel?: ScorerModelKind;
  readonly config?: Partial<SphereConfig>;
  readonly isSolvable?: boolean;
  readonly known?: readonly Chain[];
  readonly rollout?: Script;
  readonly wrong?: Chain;
}

async function locate({ votes = [], measure, config = {}, scorerModel, ...scene }: Scene) {
  const said = [...votes];
  const open = testStage({
    stage: "self-correction",
    config,
    script: (request, random) =>
      request.purpose === "locate" ? (said.shift() ?? null) : (scene.rollout?.(request, random) ?? null),
    ...(measure === undefined ? {} : { measure }),
  });
  const stage = { ...open, scorerModel: scorerModel ?? null };
  const rollouts = new Rollouts(stage, { purpose: "rollout", limit: 8, batch: 2, until: "right" });
  const { isSolvable = false, known = [], wrong = WRONG } = scene;
  return await suspectSteps(stage, wrong, { isSolvable, known, rollouts });
}

const scores = (...values: number[]) => ({
  scorerModel: "prm" as const,
  config: { scorer: "prm" as const },
  measure: ({ kind }: MeasureRequest) => (kind === "step-scores" ? values : null),
});

test.each<{ why: string; scene: Scene; steps: readonly number[] }>([
  {
    why: "what stage 1 found",
    scene: { wrong: { ...WRONG, firstWrongStep: 3 }, votes: ["1", "1", "1"] },
    steps: [3],
  },
  { why: "two of three readings", scene: { votes: ["4", "Step 4", "2"] }, steps: [3, 2, 0] },
  { why: "readings that differ: guesses", scene: { votes: ["4", "3", "2"] }, steps: [3, 2, 0] },
  { why: "readings out of the chain: guesses", scene: { votes: ["9", "9", "0"] }, steps: [3, 2, 0] },
  { why: "no reading: guesses", scene: {}, steps: [3, 2, 0] },
  { why: "one step", scene: { wrong: chainOf("It is \\boxed{9}"), votes: ["1", "1", "1"] }, steps: [0] },
  {
    why: "the first step under a half, before any reading",
    scene: { ...scores(0.9, 0.4, 0.1, 0.1, 0.1), votes: ["5", "5", "5"] },
    steps: [1, 3, 2, 0],
  },
  { why: "else the largest drop", scene: scores(0.95, 0.9, 0.6, 0.8, 0.7), steps: [2, 3, 0] },
  {
    why: "else the readings",
    scene: { ...scores(0.6, 0.6, 0.7, 0.8, 0.8), votes: ["5", "5", "5"] },
    steps: [4, 3, 2, 0],
  },
  {
    why: "a model that cannot tell: the readings",
    scene: { ...scores(), votes: ["1", "1", "2"] },
    steps: [0, 3, 2],
  },
])("looks at $why", async ({ scene, steps }) => {
  expect((await locate(scene)).steps).toEqual(steps);
});

test("a judge's label probabilities locate too, the policy's own where the run has no scorer", async () => {
  const { steps } = await locate({
    config: { scorer: "judge" },
    measure: (request) => {
      if (request.kind !== "labels" || request.role !== "policy") return null;
      const asked = request.messages.map(({ content }) => content).join("\n");
      const correct = asked.includes("double") ? 0.2 : 0.8;
      return asked.includes("(A) correct") ? [correct, 1 - correct] : [1 - correct, correct];
    },
  });
  expect(steps[0]).toBe(2);
});

/** Solves what has not gone wrong yet. */
const rollout: Script = ({ prefix }) => `Step 9: so it is \\boxed{${prefix.includes("double") ? "9" : "7"}}`;

test("where the problem is solvable, rollouts search the step before anything else is asked", async () => {
  const scene: Scene = { isSolvable: true, rollout, ...scores(0.1, 0.1, 0.1, 0.1, 0.1) };
  expect(await locate(scene)).toEqual({ steps: [2], found: 2 });
  expect(await locate({ ...scene, isSolvable: false })).toMatchObject({ steps: [0, 3, 2], found: null });
});

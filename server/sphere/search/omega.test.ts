import { expect, test } from "vitest";
import type { SphereConfig } from "../config";
import type { MeasureRequest } from "../io";
import { openScripted } from "../testing/open-scripted";
import { plantedPolicy } from "../testing/planted-policy";
import { plantedScorer } from "../testing/planted-scorer";
import type { Script } from "../testing/scripted-io";
import { omega } from "./omega";

const mixed = plantedPolicy({ steps: 5, answer: "42", rightStep: 0.8 });

interface Options {
  readonly seed?: string;
  readonly measure?: (asked: MeasureRequest) => readonly number[] | null;
}

async function search(script: Script, config: Partial<SphereConfig>, options: Options = {}) {
  const { io, stage } = openScripted({ script, ...options }, config, { scorerModel: "prm" });
  return { io, result: await omega(stage) };
}

test.each([
  { why: "N0 is no more than 2E", rightStep: 0.8, rootSamples: 10, asked: [10] },
  { why: "the first 2E are mixed", rightStep: 0.87, rootSamples: 30, asked: [10, 20] },
  { why: "the first 2E are right", rightStep: 1, rootSamples: 30, asked: [10] },
  { why: "the first 2E are wrong", rightStep: 0, rootSamples: 30, asked: [10] },
])("draws $asked root samples where $why", async ({ rightStep, rootSamples, asked }) => {
  const { io } = await search(plantedPolicy({ steps: 5, answer: "42", rightStep }), {
    rootSamples,
    wrongChains: 0,
  });
  expect(io.requests.map(({ n }) => n)).toEqual(asked);
});

test("each test of a prefix is a step of the growth, in the order of the search", async () => {
  const { result } = await search(mixed, {});
  const growth = result.tree.growth();
  const tests = growth.slice(1);
  expect(growth[0]?.kind).toBe("root-samples");
  expect(growth[0]?.counted).toHaveLength(8);
  expect(tests.length).toBeGreaterThan(2);
  expect(tests.every(({ kind }) => kind === "step-test")).toBe(true);
});

test("where a model scores, a first wrong step needs its word, and its values stand on the chain's steps", async () => {
  const agreed = await search(mixed, { scorer: "consensus" }, { measure: plantedScorer() });
  const located = agreed.result.chains.filter(({ firstWrongStep }) => firstWrongStep !== null);
  expect(located.length).toBeGreaterThan(0);
  for (const { steps, firstWrongStep } of located) {
    const nodes = agreed.result.tree.along(steps);
    expect(nodes.every(({ score }) => score !== null)).toBe(true);
    expect(nodes[firstWrongStep ?? 0]?.score).toBeLessThan(0.5);
  }
  // The whole path is sent, and once for each chain.
  expect(agreed.io.measured).toHaveLength(located.length);
  expect(agreed.result.scoring).toEqual({ asked: located.length, byRollouts: 0 });

  const denied = await search(
    mixed,
    { scorer: "consensus" },
    { measure: (asked) => (asked.kind === "step-scores" ? asked.steps.map(() => 0.9) : null) },
  );
  const last = denied.result.chains.filter(({ firstWrongStep }) => firstWrongStep !== null);
  expect(last.length).toBeGreaterThan(0);
  expect(last.every(({ steps, firstWrongStep }) => firstWrongStep === steps.length - 1)).toBe(true);
});

test("a model that cannot tell leaves the label to rollouts, and the outcome says so", async () => {
  const alone = await search(mixed, { scorer: "monte-carlo-soft" });
  const silent = await search(mixed, { scorer: "prm" }, { measure: () => null });
  expect(silent.result.chains).toEqual(alone.result.chains);
  expect(alone.result.scoring).toEqual({ asked: 0, byRollouts: 0 });
  expect(silent.result.scoring.asked).toBeGreaterThan(0);
  expect(silent.result.scoring.byRollouts).toBe(silent.result.scoring.asked);
});

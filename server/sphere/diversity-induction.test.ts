import { expect, test } from "vitest";
import { plantedPolicy } from "./testing/planted-policy";
import { runScripted } from "./testing/run-scripted";
import type { Script } from "./testing/scripted-io";

const ANSWER = "42";
const planted = plantedPolicy({ steps: 4, answer: ANSWER, rightStep: 1, smallRightStep: 0.5 });

test("the small model is asked 2E times and supplies the rejected side", async () => {
  const { io, outcomes } = await runScripted({ script: planted, answer: ANSWER });
  const asked = io.requests.filter(({ stage }) => stage === "diversity-induction");
  expect(asked.map(({ role, n, sampling }) => [role, n, sampling.temperature])).toEqual([["small", 10, 0.8]]);
  const [first, third] = outcomes;
  expect(third?.pairs).toHaveLength(1);
  const [pair] = third?.pairs ?? [];
  expect(third?.chains.find(({ id }) => id === pair?.rejectedChainId)).toMatchObject({
    origin: "small-model",
  });
  expect(first?.chains.find(({ id }) => id === pair?.chosenChainId)).toMatchObject({ role: "policy" });
});

test("its chains stand in the tree without counting as the policy's rollouts", async () => {
  const { outcomes } = await runScripted({ script: planted, answer: ANSWER });
  const root = outcomes.at(-1)?.nodes.find(({ depth }) => depth === 0);
  expect(root).toMatchObject({ visits: 8, wins: 8 });
  expect(outcomes.at(-1)?.nodes.some(({ step }) => step.includes("wrongly"))).toBe(true);
});

/** Right as planted at the run's temperature; wrong now and then, with this likelihood, above it. */
const errsWhenHot =
  (logprob: number): Script =>
  (request, random) => {
    if (request.sampling.temperature < 1) return planted(request, random);
    const drawn = planted({ ...request, role: "small" }, random);
    return drawn === null || typeof drawn === "string" ? drawn : { ...drawn, meanLogprob: logprob };
  };

const run = (logprob: number) =>
  runScripted({ script: errsWhenHot(logprob), answer: ANSWER }, {}, { hasSmallModel: false });

test("without a small model the policy is asked at 1.0 and 1.2, and unlikely texts are dropped", async () => {
  const near = await run(-0.9);
  const asked = near.io.requests.filter(({ stage }) => stage === "diversity-induction");
  expect(asked.map(({ role, n, sampling }) => [role, n, sampling.temperature])).toEqual([
    ["policy", 5, 1],
    ["policy", 5, 1.2],
  ]);
  expect(near.outcomes.at(-1)?.pairs).toHaveLength(1);
  const far = await run(-3);
  expect(far.outcomes.at(-1)?.pairs).toEqual([]);
  expect(far.outcomes.at(-1)?.dropped).toHaveProperty("off-policy");
});

test("a small model that errs in nothing leaves no pair", async () => {
  const script = plantedPolicy({ steps: 4, answer: ANSWER, rightStep: 1 });
  const { outcomes } = await runScripted({ script, answer: ANSWER });
  expect(outcomes.at(-1)).toMatchObject({ stage: "diversity-induction", bucket: "easy", pairs: [] });
});

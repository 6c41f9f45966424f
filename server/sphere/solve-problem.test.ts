import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_SPHERE_CONFIG } from "./config";
import { NoSamplesError } from "./errors";
import { CORRECTION_RULES } from "./correction-rules";
import { DROP_RULES } from "./pairs/drop-rules";
import { editDistance, jaccard, similarity } from "./similarity";
import { isLocalFix } from "./solve-problem";
import { firstDifference, stepKey } from "./step-key";
import { plantedPolicy } from "./testing/planted-policy";
import { runScripted } from "./testing/run-scripted";
import { isRight, isWrong } from "./terminal";
import type { StageOutcome } from "./types";

const ANSWER = "42";
const chance = fc.constantFrom(0, 0.3, 0.6, 0.8, 0.9, 0.97, 1);
const scenario = fc.record({
  steps: fc.integer({ min: 1, max: 7 }),
  rightStep: chance,
  smallRightStep: chance,
  recovery: fc.constantFrom(0, 0.2, 1),
  wordings: fc.constantFrom(1, 2, 5, 1000),
  cut: fc.constantFrom(0, 0.1, 0.5),
  separator: fc.constantFrom("\n" as const, "\n\n" as const),
  seed: fc.string({ maxLength: 4 }),
  id: fc.string({ minLength: 1, maxLength: 6 }),
  hasSmallModel: fc.boolean(),
  config: fc.record({
    rootSamples: fc.integer({ min: 2, max: 10 }),
    rolloutsPerPrefix: fc.integer({ min: 2, max: 8 }),
    wrongChains: fc.integer({ min: 0, max: 4 }),
    correctionSamples: fc.integer({ min: 1, max: 10 }),
    correctionRounds: fc.integer({ min: 1, max: 2 }),
    smallModelSamples: fc.integer({ min: 1, max: 10 }),
    minEditDistance: fc.constantFrom(0, 20),
    pairsPerProblem: fc.integer({ min: 1, max: 5 }),
  }),
});

function run(scene: typeof scenario extends fc.Arbitrary<infer T> ? T : never, shuffle?: string) {
  const { config, seed, id, hasSmallModel, ...policy } = scene;
  const script = plantedPolicy({ ...policy, answer: ANSWER });
  const options = { script, answer: ANSWER, seed, ...(shuffle === undefined ? {} : { shuffle }) };
  return runScripted(options, config, { id, hasSmallModel });
}

test("every pair of every outcome keeps every promise", async () => {
  let pairs = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async (scene) => {
      const { io, outcomes } = await run(scene);
      pairs += checkPairs(outcomes, { ...DEFAULT_SPHERE_CONFIG, ...scene.config }, (text) => io.grade(text));
    }),
    { numRuns: 400, seed: 1 },
  );
  // Enough pairs that the promises above were put to the test.
  expect(pairs).toBeGreaterThan(100);
});

function checkPairs(
  outcomes: readonly StageOutcome[],
  config: typeof DEFAULT_SPHERE_CONFIG,
  grade: (text: string) => { verdict: string },
): number {
  const chains = new Map(outcomes.flatMap((outcome) => outcome.chains).map((chain) => [chain.id, chain]));
  const corrections = new Map(outcomes.flatMap((one) => one.corrections).map((one) => [one.id, one]));
  const pairs = outcomes.flatMap((outcome) => outcome.pairs);
  expect(pairs.length).toBeLessThanOrEqual(config.pairsPerProblem);
  expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
  for (const pair of pairs) {
    const [chosen, rejected] = [chains.get(pair.chosenChainId), chains.get(pair.rejectedChainId)];
    if (chosen === undefined || rejected === undefined) throw new Error("a pair of unknown chains");
    expect(grade(pair.prefix + pair.chosen).verdict).toBe("correct");
    expect(grade(pair.prefix + pair.rejected).verdict).toBe("incorrect");
    expect(isRight(chosen) && isWrong(rejected)).toBe(true);
    expect(chosen.text).toBe(pair.prefix + pair.chosen);
    expect(rejected.text).toBe(pair.prefix + pair.rejected);
    expect(pair.prefix).toBe(rejected.steps.slice(0, pair.prefixSteps).join(""));
    expect(pair.prefix === "" || pair.prefix.endsWith("\n")).toBe(true);
    expect(pair.level === "prefix").toBe(pair.prefix !== "");
    expect(pair.chosen.trimStart()).toBe(pair.chosen);
    expect(pair.rejected.trimStart()).toBe(pair.rejected);
    expect(pair.margin).toBeGreaterThanOrEqual(pair.stage === "self-correction" ? 0.25 : config.minMargin);
    expect(pair.margin).toBe(pair.qChosen - pair.qRejected);
    expect(pair.rollouts).toBeGreaterThan(0);
    expect(pair.similarity).toBe(jaccard(pair.chosen, pair.rejected));
    const at = firstDifference(chosen.steps, rejected.steps);
    const [a, b] = [stepKey(chosen.steps[at] ?? ""), stepKey(rejected.steps[at] ?? "")];
    expect(at).toBeGreaterThanOrEqual(pair.prefixSteps);
    expect(editDistance(a, b)).toBeGreaterThanOrEqual(config.minEditDistance);
    expect(similarity(a, b)).toBeLessThan(0.9);
    const ratio = pair.chosen.length / pair.rejected.length;
    expect(ratio >= 0.5 && ratio <= 2).toBe(true);
    if (pair.stage === "self-correction") {
      expect(corrections.get(pair.correctionId ?? "")?.accepted).toBe(true);
      expect(pair.chosen).not.toMatch(/First wrong step|Corrected solution/);
    } else expect(pair.correctionId).toBeNull();
    for (const side of ["chosenChainId", "rejectedChainId"] as const)
      expect(pairs.filter((other) => other[side] === pair[side]).length).toBeLessThanOrEqual(2);
  }
  for (const outcome of outcomes) {
    const ofLevel = (level: string) => outcome.pairs.filter((pair) => pair.level === level).length;
    expect(ofLevel("solution")).toBeLessThanOrEqual(1);
    expect(ofLevel("prefix")).toBeLessThanOrEqual(outcome.stage === "self-generation" ? 2 : 1);
    if (outcome.stage !== "self-generation") expect(outcome.pairs.length).toBeLessThanOrEqual(1);
    expect(Object.keys(outcome.dropped).every((rule) => rule in DROP_RULES)).toBe(true);
    checkTree(outcome);
    for (const { accepted, refusedBy, chainId } of outcome.corrections) {
      expect(accepted).toBe(refusedBy === null);
      expect(refusedBy === null || refusedBy in CORRECTION_RULES).toBe(true);
      expect(chainId === null ? refusedBy === "unreadable" : chains.has(chainId)).toBe(true);
    }
  }
  return pairs.length;
}

function checkTree({ nodes }: StageOutcome) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  expect(byId.size).toBe(nodes.length);
  for (const node of nodes) {
    expect(node.wins).toBeLessThanOrEqual(node.visits);
    const children = nodes.filter(({ parentId }) => parentId === node.id);
    expect(children.reduce((sum, { visits }) => sum + visits, 0)).toBeLessThanOrEqual(node.visits);
    if (node.parentId !== null) expect(byId.get(node.parentId)?.depth).toBe(node.depth - 1);
  }
}

test("the same journal gives the same outcomes, whatever order the answers come in", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, fc.string({ maxLength: 5 }), async (scene, order) => {
      const [calm, shuffled] = [await run(scene), await run(scene, order)];
      expect(JSON.stringify(shuffled.outcomes)).toBe(JSON.stringify(calm.outcomes));
      const asked = (requests: readonly object[]) => requests.map((one) => JSON.stringify(one)).toSorted();
      expect(asked(shuffled.io.requests)).toEqual(asked(calm.io.requests));
    }),
    { numRuns: 150, seed: 2 },
  );
});

test("no question is asked twice", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (scene) => {
      const { io } = await run(scene);
      const keys = io.requests.map(({ stage, role, messages, prefix, sampling, ordinal }) =>
        JSON.stringify([stage, role, messages, prefix, sampling, ordinal]),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 100, seed: 3 },
  );
});

test("failed samples leave an outcome of what is known; none at all is a named error", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, fc.constantFrom(0.1, 0.5, 0.9), async (scene, failing) => {
      const { config, seed, id, hasSmallModel, ...policy } = scene;
      const planted = plantedPolicy({ ...policy, answer: ANSWER });
      const script: typeof planted = (request, random) =>
        random() < failing ? null : planted(request, random);
      try {
        const { io, outcomes } = await runScripted({ script, answer: ANSWER, seed }, config, {
          id,
          hasSmallModel,
        });
        checkPairs(outcomes, { ...DEFAULT_SPHERE_CONFIG, ...config }, (text) => io.grade(text));
      } catch (error) {
        expect(error).toBeInstanceOf(NoSamplesError);
      }
    }),
    { numRuns: 150, seed: 4 },
  );
  await expect(runScripted({ script: () => null, answer: ANSWER })).rejects.toBeInstanceOf(NoSamplesError);
});

test("garbage is an outcome without pairs", async () => {
  for (const text of [
    "",
    "\n\n",
    "((((((((".repeat(500),
    "\u{FFFD}\u{FFFD}",
    "a b c d e f g h ".repeat(300),
  ]) {
    const { outcomes } = await runScripted({ script: () => text, answer: ANSWER });
    expect(outcomes.map(({ bucket, pairs }) => [bucket, pairs.length])[0]).toEqual(["hard", 0]);
  }
});

test("the bucket decides the stages", async () => {
  const stages = async (rightStep: number, config = {}, id = "x") => {
    const script = plantedPolicy({ steps: 4, answer: ANSWER, rightStep });
    const { outcomes } = await runScripted({ script, answer: ANSWER }, config, { id });
    return outcomes.map(({ stage, bucket }) => `${stage}: ${bucket}`);
  };
  expect(await stages(0)).toEqual(["self-generation: hard", "self-correction: hard"]);
  expect(await stages(1)).toEqual(["self-generation: easy", "diversity-induction: easy"]);
  expect(await stages(0, { selfCorrection: false })).toEqual(["self-generation: hard"]);
  expect(await stages(1, { diversityInduction: false })).toEqual(["self-generation: easy"]);
  const ids = Array.from({ length: 50 }, (_, index) => `problem-${String(index)}`);
  const [fixed, plain] = [ids.find(isLocalFix) ?? "", ids.find((id) => !isLocalFix(id)) ?? ""];
  expect(await stages(0.85, {}, plain)).toEqual(["self-generation: mixed"]);
  expect(await stages(0.85, {}, fixed)).toEqual(["self-generation: mixed", "self-correction: mixed"]);
});

test("about a fifth of the problems is chosen for local fixes", () => {
  const chosen = Array.from({ length: 5000 }, (_, index) => `gsm8k-${String(index)}`).filter(isLocalFix);
  expect(chosen.length).toBeGreaterThan(900);
  expect(chosen.length).toBeLessThan(1100);
});

import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { DEFAULT_SPHERE_CONFIG, SCORERS, SEARCH_MODES } from "./config";
import { NoSamplesError } from "./errors";
import { SCORER_MODEL_KINDS, type SampleRequest } from "./io";
import { isLocalFix } from "./solve-problem";
import { brokenPromises } from "./testing/broken-promises";
import { plantedPolicy } from "./testing/planted-policy";
import { plantedScorer } from "./testing/planted-scorer";
import { runScripted, type ScriptedRun } from "./testing/run-scripted";
import type { Script } from "./testing/scripted-io";

// Hundreds of whole runs a property: slow machines may take their time.
vi.setConfig({ testTimeout: 120_000 });

/** No step of a planted solution holds it, so that where it stands somebody told it. */
const ANSWER = "7777";
const chance = fc.constantFrom(0, 0.3, 0.6, 0.8, 0.9, 0.97, 1);
const scenario = fc.record({
  policy: fc.record({
    steps: fc.integer({ min: 1, max: 7 }),
    rightStep: chance,
    smallRightStep: chance,
    recovery: fc.constantFrom(0, 0.2, 1),
    wordings: fc.constantFrom(1, 2, 5, 1000),
    cut: fc.constantFrom(0, 0.1, 0.5),
    separator: fc.constantFrom("\n" as const, "\n\n" as const),
  }),
  seed: fc.string({ maxLength: 4 }),
  scorer: fc.record({ mistakes: fc.constantFrom(0, 0.3), silence: fc.constantFrom(0, 0, 0.05, 1) }),
  problem: fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    hasSmallModel: fc.boolean(),
    scorerModel: fc.constantFrom(null, ...SCORER_MODEL_KINDS),
  }),
  config: fc.record({
    // The default search most often; the others have tests of their own beside them.
    mode: fc.constantFrom("omega" as const, "omega" as const, ...SEARCH_MODES),
    scorer: fc.constantFrom(...SCORERS),
    iterations: fc.integer({ min: 1, max: 6 }),
    candidates: fc.integer({ min: 2, max: 4 }),
    finalLabelRollouts: fc.integer({ min: 2, max: 10 }),
    rootSamples: fc.integer({ min: 2, max: 10 }),
    rolloutsPerPrefix: fc.integer({ min: 2, max: 8 }),
    wrongChains: fc.integer({ min: 0, max: 4 }),
    correctionSamples: fc.integer({ min: 1, max: 10 }),
    correctionRounds: fc.integer({ min: 1, max: 2 }),
    smallModelSamples: fc.integer({ min: 1, max: 10 }),
    minEditDistance: fc.constantFrom(0, 20),
    pairsPerProblem: fc.integer({ min: 1, max: 5 }),
    maxLogprobGap: fc.constantFrom(0, 0.2, 1),
    minMargin: fc.constantFrom(0.25, 0.5),
    maxJaccard: fc.constantFrom(0.5, 0.7, 1),
    resamplingControl: fc.boolean(),
    hintedCritique: fc.boolean(),
    correctionTurnPairs: fc.boolean(),
  }),
});
type Scene = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

interface Twist {
  readonly shuffle?: string;
  /** Chance that a sample fails. */
  readonly failing?: number;
}

function run(scene: Scene, { shuffle, failing = 0 }: Twist = {}): Promise<ScriptedRun> {
  const planted = plantedPolicy({ ...scene.policy, answer: ANSWER });
  const script: Script = (request, random) => (random() < failing ? null : planted(request, random));
  const options = {
    script,
    answer: ANSWER,
    seed: scene.seed,
    measure: plantedScorer(scene.scorer),
    ...(shuffle === undefined ? {} : { shuffle }),
  };
  return runScripted(options, scene.config, scene.problem);
}

const broken = ({ io, outcomes }: ScriptedRun, scene: Scene) =>
  brokenPromises(outcomes, {
    config: { ...DEFAULT_SPHERE_CONFIG, ...scene.config },
    grade: (response) => io.grade(response),
  });
const texts = (requests: readonly SampleRequest[]) => new Set(requests.map((one) => JSON.stringify(one)));

test("every pair, correction and tree of every outcome keeps every promise", async () => {
  const made = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(scenario, async (scene) => {
      const done = await run(scene);
      expect(broken(done, scene)).toEqual([]);
      for (const { stage, level } of done.outcomes.flatMap(({ pairs }) => pairs))
        made.set(`${stage} ${level}`, (made.get(`${stage} ${level}`) ?? 0) + 1);
    }),
    { numRuns: 400, seed: 1 },
  );
  // Pairs of every kind put the promises to the test.
  expect(new Set(made.keys())).toEqual(
    new Set([
      "self-generation solution",
      "self-generation prefix",
      "self-correction solution",
      "self-correction prefix",
      "self-correction correction-turn",
      "diversity-induction solution",
    ]),
  );
});

test("the same journal gives the same outcomes, whatever order the answers come in", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, fc.string({ maxLength: 5 }), async (scene, shuffle) => {
      const [calm, shuffled] = [await run(scene), await run(scene, { shuffle })];
      expect(JSON.stringify(shuffled.outcomes)).toBe(JSON.stringify(calm.outcomes));
      expect(texts(shuffled.io.requests)).toEqual(texts(calm.io.requests));
    }),
    { numRuns: 150, seed: 2 },
  );
});

test("the reference answer never stands in a question that a training text answers", async () => {
  const told = new Set<string>();
  await fc.assert(
    fc.asyncProperty(scenario, async (scene) => {
      const { io, outcomes } = await run({ ...scene, config: { ...scene.config, hintedCritique: true } });
      // A right chain that is checked holds its own answer.
      const asked = io.requests.filter(
        ({ messages }) => !messages.some(({ content }) => content.includes("may be right")),
      );
      for (const { purpose, messages } of asked)
        if (JSON.stringify(messages).includes(ANSWER)) told.add(purpose);
      for (const pair of outcomes.flatMap(({ pairs }) => pairs)) if (pair.hinted) told.add("hinted pair");
    }),
    { numRuns: 150, seed: 6 },
  );
  expect(told).toEqual(new Set(["critique", "hinted pair"]));
});

test("as many fresh samples as reflections in every run in which none failed", async () => {
  const counted: number[] = [];
  await fc.assert(
    fc.asyncProperty(scenario, async (scene) => {
      const { outcomes } = await run({ ...scene, config: { ...scene.config, resamplingControl: true } });
      for (const { control } of outcomes) {
        if (control === null) continue;
        expect(control.resampled.samples).toBe(control.reflected.samples);
        counted.push(control.reflected.samples);
      }
    }),
    { numRuns: 60, seed: 7 },
  );
  expect(Math.max(...counted)).toBeGreaterThan(10);
});

test("no question is asked twice", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (scene) => {
      const { io } = await run(scene);
      expect(texts(io.requests).size).toBe(io.requests.length);
    }),
    { numRuns: 100, seed: 3 },
  );
});

test("failed samples leave an outcome of what is known, or none at all and a named error", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, fc.constantFrom(0.1, 0.5, 0.9), async (scene, failing) => {
      const done = await run(scene, { failing }).catch((error: unknown) => {
        if (error instanceof NoSamplesError) return null;
        throw error;
      });
      expect(done === null ? [] : broken(done, scene)).toEqual([]);
    }),
    { numRuns: 150, seed: 4 },
  );
  await expect(runScripted({ script: () => null, answer: ANSWER })).rejects.toBeInstanceOf(NoSamplesError);
});

test.each(["", "\n\n", "((((((((".repeat(500), "\u{FFFD}\u{FFFD}", "a b c d e f g h ".repeat(300)])(
  "garbage is an outcome without pairs: %j",
  async (text) => {
    const { outcomes } = await runScripted({ script: () => text, answer: ANSWER });
    expect(outcomes[0]).toMatchObject({ stage: "self-generation", bucket: "hard", pairs: [] });
  },
);

async function stages(rightStep: number, config = {}, id = "x"): Promise<string[]> {
  const script = plantedPolicy({ steps: 4, answer: ANSWER, rightStep });
  const { outcomes } = await runScripted({ script, answer: ANSWER }, config, { id });
  return outcomes.map(({ stage, bucket }) => `${stage}: ${bucket}`);
}

test("the bucket decides the stages", async () => {
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

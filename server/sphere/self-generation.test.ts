import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { DEFAULT_SPHERE_CONFIG, SCORERS, SEARCH_MODES, type SphereConfig } from "./config";
import { NoSamplesError } from "./errors";
import { SCORER_MODEL_KINDS } from "./io";
import { selfGenerate } from "./self-generation";
import { brokenGrowth } from "./testing/broken-growth";
import { brokenPromises } from "./testing/broken-promises";
import { plantedPolicy } from "./testing/planted-policy";
import { plantedScorer } from "./testing/planted-scorer";
import { createScriptedIo, type Script, type ScriptedIo } from "./testing/scripted-io";
import type { StageOutcome } from "./types";

// Hundreds of whole searches a property: slow machines may take their time.
vi.setConfig({ testTimeout: 120_000 });

const ANSWER = "42";
const chance = fc.constantFrom(0, 0.3, 0.6, 0.6, 0.8, 0.8, 0.9, 0.9, 1);
const scenario = fc.record({
  policy: fc.record({
    steps: fc.integer({ min: 1, max: 7 }),
    rightStep: chance,
    recovery: fc.constantFrom(0, 0.2, 1),
    wordings: fc.constantFrom(1, 2, 5, 1000, 1000),
    cut: fc.constantFrom(0, 0, 0.1, 0.5),
    separator: fc.constantFrom("\n" as const, "\n\n" as const),
  }),
  seed: fc.string({ maxLength: 4 }),
  scorer: fc.record({ mistakes: fc.constantFrom(0, 0.3), silence: fc.constantFrom(0, 0, 0, 0.05, 1) }),
  scorerModel: fc.constantFrom(null, ...SCORER_MODEL_KINDS),
  config: fc.record({
    mode: fc.constantFrom(...SEARCH_MODES),
    scorer: fc.constantFrom(...SCORERS),
    rootSamples: fc.integer({ min: 2, max: 14 }),
    rolloutsPerPrefix: fc.integer({ min: 2, max: 8 }),
    finalLabelRollouts: fc.integer({ min: 2, max: 16 }),
    wrongChains: fc.integer({ min: 0, max: 4 }),
    candidates: fc.constantFrom(1, 3, 5, 6),
    maxStepTokens: fc.constantFrom(8, 32, 256, 256, 256),
    maxTokens: fc.constantFrom(64, 1024, 1024, 1024, 1024),
    maxDepth: fc.constantFrom(2, 16, 16, 16, 16),
    iterations: fc.constantFrom(1, 6, 12),
    exploration: fc.constantFrom(0, 1),
    scoreWeight: fc.constantFrom(0, 0.5, 1),
    lambda: fc.constantFrom(0, 1, 3),
    minMarginScored: fc.constantFrom(0.1, 0.2),
    minEditDistance: fc.constantFrom(0, 20),
    pairsPerProblem: fc.integer({ min: 1, max: 5 }),
  }),
});
type Scene = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

interface Twist {
  readonly shuffle?: string;
  /** Chance that a sample fails. */
  readonly failing?: number;
}

interface Searched {
  readonly io: ScriptedIo;
  readonly outcome: StageOutcome;
}

async function search(scene: Scene, { shuffle, failing = 0 }: Twist = {}): Promise<Searched> {
  const planted = plantedPolicy({ ...scene.policy, answer: ANSWER });
  const script: Script = (request, random) => (random() < failing ? null : planted(request, random));
  const io = createScriptedIo({
    script,
    answer: ANSWER,
    seed: scene.seed,
    measure: plantedScorer(scene.scorer),
    ...(shuffle === undefined ? {} : { shuffle }),
  });
  const outcome = await selfGenerate(
    { id: "problem", statement: "How many apples are there?" },
    { io, config: configOf(scene), hasSmallModel: false, scorerModel: scene.scorerModel },
  );
  return { io, outcome };
}

const configOf = ({ config }: Scene): SphereConfig => ({ ...DEFAULT_SPHERE_CONFIG, ...config });

const broken = ({ io, outcome }: Searched, scene: Scene) => [
  ...brokenPromises([outcome], { config: configOf(scene), grade: (response) => io.grade(response) }),
  ...brokenGrowth(outcome),
];

const questions = ({ io }: Searched) =>
  [...io.requests, ...io.measured].map((one) => JSON.stringify(one)).toSorted();

test("every search, by every scorer, keeps every promise", async () => {
  const made = new Set<string>();
  await fc.assert(
    fc.asyncProperty(scenario, async (scene) => {
      const done = await search(scene);
      expect(broken(done, scene)).toEqual([]);
      for (const { level, valuedBy } of done.outcome.pairs)
        made.add(`${scene.config.mode} ${level} ${valuedBy}`);
    }),
    { numRuns: 400, seed: 5 },
  );
  // Pairs of every mode, level and kind of value put the promises to the test.
  expect(made).toEqual(
    new Set([
      ...["solution", "prefix"].map((level) => `omega ${level} rollouts`),
      ...["two-path", "uct"].flatMap((mode) =>
        ["solution", "prefix"].flatMap((level) =>
          ["rollouts", "prm", "judge"].map((kind) => `${mode} ${level} ${kind}`),
        ),
      ),
    ]),
  );
});

test("the same journal gives the same outcome, whatever order the answers come in", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, fc.string({ maxLength: 5 }), async (scene, shuffle) => {
      const [calm, shuffled] = [await search(scene), await search(scene, { shuffle })];
      expect(JSON.stringify(shuffled.outcome)).toBe(JSON.stringify(calm.outcome));
      expect(questions(shuffled)).toEqual(questions(calm));
    }),
    { numRuns: 200, seed: 2 },
  );
});

test("no question is asked twice", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (scene) => {
      const { io } = await search(scene);
      const asked = io.requests.map((one) => JSON.stringify(one));
      expect(new Set(asked).size).toBe(asked.length);
    }),
    { numRuns: 150, seed: 3 },
  );
});

test("failed samples leave an outcome of what is known, or none at all and a named error", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, fc.constantFrom(0.1, 0.5, 0.9), async (scene, failing) => {
      const done = await search(scene, { failing }).catch((error: unknown) => {
        if (error instanceof NoSamplesError) return null;
        throw error;
      });
      expect(done === null ? [] : broken(done, scene)).toEqual([]);
    }),
    { numRuns: 150, seed: 4 },
  );
});

test.each(
  SEARCH_MODES.flatMap((mode) =>
    ["", "\n\n", "((((((((".repeat(500), "\u{FFFD}\u{FFFD}", "a b c d e f g h ".repeat(300), "\\[ x"].map(
      (text) => ({ mode, text }),
    ),
  ),
)("garbage is an outcome without pairs ($mode): $text", async ({ mode, text }) => {
  const io = createScriptedIo({ script: () => text, answer: ANSWER });
  const config = { ...DEFAULT_SPHERE_CONFIG, mode };
  const outcome = await selfGenerate(
    { id: "problem", statement: "What?" },
    { io, config, hasSmallModel: false },
  );
  expect(outcome).toMatchObject({ bucket: "hard", pairs: [] });
});

import { expect, test } from "vitest";
import { chainOfPath } from "../chain";
import { SCORERS, type Scorer, type SphereConfig } from "../config";
import type { MeasureRequest, ScorerModelKind } from "../io";
import { Rollouts } from "../rollouts";
import { openScripted } from "../testing/open-scripted";
import { plantedPolicy, plantedStep } from "../testing/planted-policy";
import { plantedScorer } from "../testing/planted-scorer";
import { isLabelledWrong } from "./consensus";
import { openScorer, scorerModelOf } from "./open-scorer";
import { valuesAlong } from "./prm";
import type { ScoredStep } from "./scorer";

const step = (k: number, kind: "right" | "wrong" = "right", way = 0) => `${plantedStep(k, kind, way)}\n\n`;
const going = (...steps: string[]): ScoredStep => ({ steps, ended: null });

interface Asked {
  readonly seed?: string;
  readonly config?: Partial<SphereConfig>;
  readonly scorerModel?: ScorerModelKind | null;
  readonly measure?: (request: MeasureRequest) => readonly number[] | null;
}

function open(
  scorer: Scorer,
  { seed = "", config = {}, scorerModel = null, measure = plantedScorer() }: Asked = {},
) {
  const script = plantedPolicy({ steps: 6, answer: "42", rightStep: 0.8 });
  const { io, stage } = openScripted({ script, seed, measure }, { scorer, ...config }, { scorerModel });
  const rollouts = new Rollouts(stage, { purpose: "rollout", limit: 8, batch: 8, until: null });
  return { io, stage, rollouts, scorer: openScorer(stage, rollouts) };
}

const SEARCHES = 200;

test.each([0, 1, 2, 3, 4, 5])(
  "the soft estimate after %i right steps lies within binomial error of the planted chance",
  async (known) => {
    const steps = Array.from({ length: known }, (_, k) => step(k));
    const values = await Promise.all(
      Array.from({ length: SEARCHES }, async (_, seed) => {
        const { scorer } = open("monte-carlo-soft", { seed: String(seed) });
        return (await scorer.score([[going(...steps)]]))[0]?.[0]?.value ?? 0;
      }),
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / SEARCHES;
    const chance = 0.8 ** (6 - known);
    const sigma = Math.sqrt((chance * (1 - chance)) / (8 * SEARCHES));
    expect(Math.abs(mean - chance)).toBeLessThanOrEqual(4 * sigma);
  },
);

test("the hard estimate is whether any of K succeeds, and stops at the first", async () => {
  const values = await Promise.all(
    Array.from({ length: SEARCHES }, async (_, seed) => {
      const { scorer, io } = open("monte-carlo-hard", {
        seed: String(seed),
        config: { rolloutsPerPrefix: 4 },
      });
      const value = (await scorer.score([[going(step(0))]]))[0]?.[0];
      expect(io.requests.every(({ n }) => n === 2)).toBe(true);
      expect(value?.rollouts).toBe(2 * io.requests.length);
      return value?.value ?? -1;
    }),
  );
  expect(values.every((value) => value === 0 || value === 1)).toBe(true);
  const chance = 1 - (1 - 0.8 ** 5) ** 4;
  const mean = values.reduce((sum, value) => sum + value, 0) / SEARCHES;
  expect(Math.abs(mean - chance)).toBeLessThanOrEqual(4 * Math.sqrt((chance * (1 - chance)) / SEARCHES));
});

test("rollouts are shared: a prefix that is valued twice is rolled out once", async () => {
  const { scorer, io } = open("monte-carlo-soft");
  const [once] = await scorer.score([[going(step(0))]]);
  expect(await scorer.score([[going(step(0))]])).toEqual([once]);
  expect(io.requests.map(({ n }) => n)).toEqual([8]);
});

test("a step that ends the solution is worth what it came to", async () => {
  const { scorer, stage, io } = open("monte-carlo-soft");
  const end = (answer: string) => {
    const steps = [`Step 1: it is \\boxed{${answer}}`];
    const sample = { callId: "c", index: 0 };
    return {
      steps,
      ended: chainOfPath(stage, { steps, sample, tokens: 1, meanLogprob: null, terminal: "boxed" }),
    };
  };
  expect(await scorer.score([[end("42"), end("7")]])).toEqual([
    [
      { value: 1, kind: "rollouts", model: null, rollouts: 1 },
      { value: 0, kind: "rollouts", model: null, rollouts: 1 },
    ],
  ]);
  expect(io.requests).toEqual([]);
});

test("the process reward model is sent the deepest paths alone and tells every step", async () => {
  const { stage, io } = open("prm", {
    measure: (asked) => (asked.kind === "step-scores" ? asked.steps.map((_, k) => k / 10) : null),
  });
  const [a, b, c, d] = [step(0), step(1), step(2), step(1, "wrong")];
  expect(await valuesAlong(stage, [[a], [a, b, c], [a, d], [a, b]])).toEqual([
    [0],
    [0, 0.1, 0.2],
    [0, 0.1],
    [0, 0.1],
  ]);
  expect(io.measured.map((asked) => (asked.kind === "step-scores" ? asked.steps : null))).toEqual([
    [a, b, c],
    [a, d],
  ]);
});

test.each([
  { why: "none", answer: null },
  { why: "too few", answer: [0.5] },
  { why: "too many", answer: [0.5, 0.5, 0.5] },
  { why: "out of range", answer: [0.5, 1.5] },
  { why: "not a number", answer: [0.5, Number.NaN] },
])("values that make no sense are no answer: $why", async ({ answer }) => {
  const { stage } = open("prm", { measure: () => answer });
  expect(await valuesAlong(stage, [[step(0), step(1)]])).toEqual([null]);
});

const likesA = (asked: MeasureRequest) => {
  if (asked.kind !== "labels") return null;
  const correctFirst = asked.messages[0]?.content.includes("(A) correct") ?? false;
  return correctFirst ? [0.9, 0.1] : [0.7, 0.3];
};

test("the judge is asked in both orders, so that a liking for one letter cancels", async () => {
  const { scorer, io } = open("judge", { measure: likesA });
  const [[value] = []] = await scorer.score([[going(step(0))]]);
  expect(value?.value).toBeCloseTo((0.9 + 0.3) / 2);
  expect(value).toMatchObject({ kind: "judge", rollouts: 0 });
  expect(io.measured).toHaveLength(2);
  for (const asked of io.measured) {
    expect(asked).toMatchObject({ kind: "labels", role: "policy", labels: ["A", "B"] });
    expect(JSON.stringify(asked)).not.toContain("42");
  }
});

const half = (asked: MeasureRequest) =>
  asked.kind === "labels" && asked.messages[0]?.content.includes("(A) correct") === true ? [0.9, 0.1] : null;

test("a judge that answers one order only has not told", async () => {
  const { scorer } = open("judge", { measure: half });
  expect((await scorer.score([[going(step(0))]]))[0]?.[0]?.kind).toBe("rollouts");
});

test("consensus is the mean of both, and calls a step wrong only where both do", async () => {
  const { scorer } = open("consensus", { scorerModel: "prm" });
  const [[drawn] = []] = await open("monte-carlo-soft").scorer.score([[going(step(0))]]);
  const [[told] = []] = await open("prm").scorer.score([[going(step(0))]]);
  const [[both] = []] = await scorer.score([[going(step(0))]]);
  expect(both).toEqual({
    value: ((drawn?.value ?? 0) + (told?.value ?? 0)) / 2,
    kind: "prm",
    model: told?.value,
    rollouts: 8,
  });
  expect(isLabelledWrong({ right: 0, told: 0.49 })).toBe(true);
  expect(isLabelledWrong({ right: 0, told: 0.5 })).toBe(false);
  expect(isLabelledWrong({ right: 1, told: 0.1 })).toBe(false);
  expect(isLabelledWrong({ right: 0, told: null })).toBe(true);
});

test("where the model cannot tell of one sibling rollouts value them all, other groups stay, and the report says so", async () => {
  const silent = step(0, "wrong");
  const measure = (asked: MeasureRequest) => {
    if (asked.kind !== "step-scores" || asked.steps.includes(silent)) return null;
    return asked.steps.map(() => 0.6);
  };
  const { scorer } = open("prm", { measure });
  const values = await scorer.score([[going(step(0)), going(silent)], [going(step(0, "right", 1))]]);
  expect(values.map((group) => group.map((value) => value?.kind))).toEqual([
    ["rollouts", "rollouts"],
    ["prm"],
  ]);
  expect(scorer.report()).toEqual({ asked: 3, byRollouts: 2 });
});

const kindOf = (scorer: Scorer, scorerModel: ScorerModelKind | null) =>
  scorerModelOf(open(scorer, { scorerModel }).stage)?.kind ?? null;

test("the model of a run is its own, or the policy where it has no judge", () => {
  expect(
    SCORERS.map((scorer) => [scorer, kindOf(scorer, null), kindOf(scorer, "prm"), kindOf(scorer, "judge")]),
  ).toEqual([
    ["monte-carlo-soft", null, null, null],
    ["monte-carlo-hard", null, null, null],
    ["prm", "prm", "prm", "prm"],
    ["judge", "judge", "judge", "judge"],
    ["consensus", "judge", "prm", "judge"],
  ]);
});

test.each([
  { scorerModel: null, role: "policy" },
  { scorerModel: "prm" as const, role: "policy" },
  { scorerModel: "judge" as const, role: "scorer" },
])("with a $scorerModel model the judge is the $role", async ({ scorerModel, role }) => {
  const { scorer, io } = open("judge", { scorerModel });
  await scorer.score([[going(step(0))]]);
  expect(io.measured).toMatchObject([{ role }, { role }]);
});

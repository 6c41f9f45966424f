import { describe, expect, it } from "vitest";
import { seededRng } from "@/server/foundation/rng";
import type { Bucket } from "@/server/sphere/types";
import { launchRunSchema, type LaunchRun } from "../runs.schema";
import { sharesForSamples } from "./bucket-shares";
import { problemCost } from "./cost-model";
import { foretell } from "./foretell";
import type { MeasuredRun } from "./measured-run";

const launchOf = (config: Partial<LaunchRun["config"]> = {}, change: Partial<LaunchRun> = {}): LaunchRun => ({
  ...launchRunSchema.parse({ name: "x", policyModelId: "p", smallModelId: "m", problemSetId: "s", config }),
  ...change,
});

/** A run that cost other than the model guesses: chances and lengths of its own. */
function measured(launch: LaunchRun, change: Partial<MeasuredRun> = {}): MeasuredRun {
  return {
    launch,
    buckets: { easy: 4, mixed: 16, hard: 20 },
    tokens: new Map([
      ["self-generation/solve", 40 * 8 * 180],
      ["self-generation/rollout", 16 * 2_100],
      ["self-correction/reflect", 20 * 9_000],
      ["self-correction/luck-check", 20 * 150],
      ["diversity-induction/solve", 4 * 10 * 120],
    ]),
    solutions: Array.from({ length: 320 }, () => 180),
    smallSolutions: Array.from({ length: 40 }, () => 120),
    steps: 5,
    solved: [],
    ...change,
  };
}

const spent = (run: MeasuredRun): number => [...run.tokens.values()].reduce((sum, tokens) => sum + tokens, 0);

describe("foretell", () => {
  it("foretells a run like an earlier one within a few per cent of what that took", () => {
    const run = measured(launchOf());
    const estimate = foretell(launchOf(), 200, { runs: [run], speed: 50 });
    expect(estimate.generatedTokens / ((200 / 40) * spent(run))).toBeCloseTo(1, 1);
    expect(estimate.durationMs).toBe(Math.round((1000 * estimate.generatedTokens) / 50));
    expect(estimate).toMatchObject({ rough: false, limitedBy: null, problems: 200 });
    expect(estimate.basis).toContain("as measured on 40 problems of this set in 1 earlier run");
  });

  it("follows what the launch changes: twice the reflections cost twice", () => {
    const past = { runs: [measured(launchOf())], speed: null };
    const stageTwo = (samples: number): number =>
      foretell(launchOf({ correctionSamples: samples, resamplingControl: false }), 100, past).stages[1]
        ?.generatedTokens ?? 0;
    expect(stageTwo(20) / stageTwo(10)).toBeCloseTo(2, 1);
    expect(foretell(launchOf({ selfCorrection: false }), 100, past).stages[1]?.generatedTokens).toBe(0);
  });

  it("cuts solutions where the launch does", () => {
    const run = measured(launchOf(), { solutions: [100, 300] });
    expect(foretell(launchOf({ maxTokens: 200 }), 1, { runs: [run], speed: null }).tokensPerSolution).toBe(
      150,
    );
  });

  it("says that it is rough where the policy has no run, and guesses all the same", () => {
    const estimate = foretell(launchOf(), 10, { runs: [], speed: null });
    expect(estimate).toMatchObject({ rough: true, durationMs: null });
    expect(estimate.generatedTokens).toBeGreaterThan(0);
    expect(estimate.basis).toMatch(/^Rough:/);
  });

  it("goes by the launch's own set where that has enough problems, else says that it looked elsewhere", () => {
    const elsewhere = measured(launchOf({}, { problemSetId: "other" }), { solutions: [900] });
    const few = measured(launchOf(), { buckets: { mixed: 2 }, solutions: [100] });
    const own = measured(launchOf(), { solutions: [100] });
    expect(foretell(launchOf(), 5, { runs: [own, elsewhere], speed: null }).tokensPerSolution).toBe(100);
    const mixed = foretell(launchOf(), 5, { runs: [few, elsewhere], speed: null });
    expect(mixed.tokensPerSolution).toBe(500);
    expect(mixed.basis).toContain("also of other sets");
  });

  it.each([
    ["tokens", { tokenBudget: 5_000 }, 5_000],
    ["time", { timeBudgetMinutes: 1 }, 3_000],
  ] as const)("ends at the budget in %s", (limitedBy, budget, tokens) => {
    const estimate = foretell(launchOf({}, budget), 200, { runs: [measured(launchOf())], speed: 50 });
    expect(estimate).toMatchObject({ limitedBy, generatedTokens: tokens });
  });

  it("knows the buckets of a search from runs of that search alone", () => {
    const omega = measured(launchOf());
    const twoPath = measured(launchOf({ mode: "two-path" }), { buckets: { mixed: 40 } });
    const launch = launchOf({ mode: "two-path" });
    expect(foretell(launch, 10, { runs: [omega, twoPath], speed: null }).buckets.mixed).toBeGreaterThan(0.99);
    expect(foretell(launchOf(), 10, { runs: [omega, twoPath], speed: null }).buckets.mixed).toBeCloseTo(
      0.4,
      2,
    );
  });

  it("adds what was measured and the model does not know", () => {
    const plain = measured(launchOf());
    const turns = measured(launchOf(), {
      tokens: new Map([...plain.tokens, ["self-correction/critique", 4_000]]),
    });
    const tokens = (run: MeasuredRun): number =>
      foretell(launchOf(), 40, { runs: [run], speed: null }).generatedTokens;
    expect(tokens(turns) - tokens(plain)).toBe(4_000);
  });

  it("counts a baseline by its samples alone", () => {
    const launch = launchOf({ rootSamples: 32 }, { kind: "iid-pairs" });
    const estimate = foretell(launch, 10, { runs: [measured(launchOf())], speed: null });
    expect(estimate.generatedTokens).toBe(10 * 32 * 180);
  });
});

const lengths = { solution: 400, smallSolution: 400, steps: 10 };

function stagesOf(bucket: Bucket): string[] {
  const parts = [...problemCost(launchOf(), lengths, bucket).keys()];
  return [...new Set(parts.map((part) => part.split("/")[0] ?? ""))];
}

describe("problemCost", () => {
  it("gives the figures of the method's section on cost", () => {
    const twoPath = problemCost(
      launchOf({ mode: "two-path", scorer: "prm", selfCorrection: false }),
      lengths,
      "mixed",
    );
    expect(twoPath.get("self-generation/expand")).toBe(19 * 5 * 40);
    const plain = problemCost(launchOf({}, { kind: "rejection-sampling" }), lengths, "mixed");
    expect(plain.get("self-generation/solve")).toBe(3_200);
  });

  it("sends problems to the stages that their bucket feeds", () => {
    expect(stagesOf("easy")).toEqual(["self-generation", "diversity-induction"]);
    expect(stagesOf("mixed")).toEqual(["self-generation", "self-correction"]);
    expect(stagesOf("hard")).toEqual(["self-generation", "self-correction"]);
  });
});

describe("sharesForSamples", () => {
  const random = seededRng("shares");
  const draw = (chance: number, samples: number): number =>
    Array.from({ length: samples }, () => (random() < chance ? 1 : 0)).reduce<number>(
      (sum, one) => sum + one,
      0,
    );
  // Chances uniform in [0, 1], for which every count is as likely as any other.
  const problems = Array.from({ length: 4_000 }, () => ({ right: draw(random(), 8), samples: 8 }));

  it.each([4, 8, 16])("foretells the buckets of %i samples from eight", (samples) => {
    const shares = sharesForSamples(problems, samples);
    expect(shares.easy).toBeCloseTo(1 / (samples + 1), 1);
    expect(shares.hard).toBeCloseTo(1 / (samples + 1), 1);
    expect(shares.easy + shares.mixed + shares.hard).toBeCloseTo(1, 10);
  });

  it("keeps to what it saw where all or none were right", () => {
    expect(sharesForSamples([{ right: 8, samples: 8 }], 16)).toEqual({ easy: 1, mixed: 0, hard: 0 });
    expect(sharesForSamples([{ right: 0, samples: 8 }], 2)).toEqual({ easy: 0, mixed: 0, hard: 1 });
  });
});

import { describe, expect, it } from "vitest";
import { launchRunSchema } from "@/server/runs/runs.schema";
import {
  canScore,
  initialValues,
  isTrainable,
  isUsable,
  type ModelChoice,
  type SetChoice,
} from "./initial-values";
import { PRESETS } from "./presets";

type Purpose = "policy" | "small" | null;

function model(id: string, purpose: Purpose, status: ModelChoice["status"] = "ready"): ModelChoice {
  const catalogue = purpose === null ? null : { purpose, sources: [] };
  return { id, name: id, kind: "embedded", status, catalogue };
}

const prm: ModelChoice = { ...model("prm", null), kind: "prm" };

function set(id: string, kind: SetChoice["kind"], problemCount = 100): SetChoice {
  return { id, name: id, kind, status: "ready", problemCount };
}

const nothing = { models: [], sets: [], runCount: 3, preset: "quick", from: null } as const;

describe("what the launch form begins with", () => {
  it("has the catalogue's models and the largest training set, ready to be sent", () => {
    const values = initialValues({
      ...nothing,
      models: [model("small", "small"), model("own", null), model("policy", "policy")],
      sets: [set("starter", "starter", 5000), set("few", "training", 20), set("many", "training", 7473)],
    });
    expect(values).toMatchObject({
      name: "Run 4",
      policyModelId: "policy",
      smallModelId: "small",
      problemSetId: "many",
      problemCount: PRESETS.quick.problemCount,
      config: PRESETS.quick.config,
    });
    expect(launchRunSchema.parse(values)).toEqual(values);
  });

  it.each([
    [[model("a", "policy", "downloading"), model("b", null)], "b", null],
    [[model("a", "policy", "downloading"), model("b", "small")], "b", null],
    [[model("a", "policy", "downloading")], "a", null],
    [[model("a", "policy", "damaged")], "", null],
    [[model("a", "policy"), model("b", "small", "downloading")], "a", null],
    [[prm], "", null],
    [[prm, model("a", null)], "a", null],
  ])("of the models %j takes %s and %s", (models, policyModelId, smallModelId) => {
    expect(initialValues({ ...nothing, models })).toMatchObject({ policyModelId, smallModelId });
  });

  it("takes no benchmark and no more problems than there are", () => {
    expect(initialValues({ ...nothing, sets: [set("bench", "benchmark")] }).problemSetId).toBe("");
    const values = initialValues({ ...nothing, sets: [set("starter", "starter", 5)] });
    expect(values).toMatchObject({ problemSetId: "starter", problemCount: 5 });
  });

  it("does another run again with its choices, under a name that fits", () => {
    const from = launchRunSchema.parse({
      name: "n".repeat(120),
      policyModelId: "p",
      problemSetId: "s",
      seed: 9,
      config: { topP: 1 },
    });
    const values = initialValues({ ...nothing, from });
    expect(values).toEqual({ ...from, name: `${"n".repeat(110)} again` });
    expect(launchRunSchema.safeParse(values).success).toBe(true);
  });
});

describe("with a process reward model", () => {
  it("takes it as the scorer, in the search that goes with it", () => {
    const values = initialValues({ ...nothing, preset: "prm", models: [model("a", "policy"), prm] });
    expect(values).toMatchObject({
      policyModelId: "a",
      scorerModelId: "prm",
      config: { mode: "two-path", scorer: "prm" },
    });
    expect(initialValues({ ...nothing, models: [prm] }).scorerModelId).toBeNull();
  });

  it.each([
    ["prm", [false, true]],
    ["judge", [true, false]],
    ["consensus", [true, true]],
    ["monte-carlo-soft", [false, false]],
  ] as const)("%s may be a model that writes or one that scores: %j", (scorer, able) => {
    expect([model("a", null), prm].map((each) => canScore(each, scorer))).toEqual(able);
  });
});

describe("what a run may be launched with", () => {
  it.each([
    ["ready", true],
    ["downloading", true],
    ["not-downloaded", false],
    ["damaged", false],
    ["missing", false],
    ["unreachable", false],
  ] as const)("a model that is %s: %s", (status, usable) => {
    expect(isUsable({ status })).toBe(usable);
  });

  it.each([
    [{}, true],
    [{ kind: "starter" }, true],
    [{ kind: "benchmark" }, false],
    [{ status: "importing" }, false],
    [{ problemCount: 0 }, false],
  ] as const)("a training set with %o: %s", (change, trainable) => {
    expect(isTrainable({ ...set("s", "training"), ...change })).toBe(trainable);
  });
});

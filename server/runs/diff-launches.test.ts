import { describe, expect, it } from "vitest";
import { diffLaunches } from "./diff-launches";
import { launchRunSchema, type LaunchRunInput } from "./runs.schema";

const launch = (change: Partial<LaunchRunInput> = {}) =>
  launchRunSchema.parse({ name: "a", policyModelId: "p", problemSetId: "s", ...change });

describe("diffLaunches", () => {
  it("finds nothing between equal launches, whatever they are called", () => {
    expect(diffLaunches(launch(), launch({ name: "b", dryRun: true }))).toEqual([]);
  });

  it("names each setting with both values, in the order of the form", () => {
    const a = launch({ tokenBudget: 1000, config: { rootSamples: 8, mode: "omega" } });
    const b = launch({ kind: "iid-pairs", smallModelId: "m", config: { rootSamples: 16, mode: "uct" } });
    expect(diffLaunches(a, b)).toEqual([
      { path: "kind", before: "sphere", after: "iid-pairs" },
      { path: "smallModelId", before: null, after: "m" },
      { path: "tokenBudget", before: 1000, after: null },
      { path: "config.mode", before: "omega", after: "uct" },
      { path: "config.rootSamples", before: 8, after: 16 },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { launchRunSchema } from "@/server/runs/runs.schema";
import { isRunFieldPath, RUN_FIELDS } from "./run-fields";
import { settingOf, settingWords } from "./setting-words";

const names = { models: new Map([["m", "Qwen"]]), sets: new Map([["s", "GSM8K train"]]) };

describe("settings in words", () => {
  it.each([
    ["kind", "iid-pairs", "Baseline: pairs of plain samples"],
    ["config.mode", "two-path", "Two paths (two-path)"],
    ["config.scorer", "prm", "Process reward model"],
    ["config.lengthBalance", true, "on"],
    ["config.stageMix", false, "off"],
    ["config.maxTokens", 1024, "1,024"],
    ["config.topP", 0.95, "0.95"],
    ["tokenBudget", null, "no limit"],
    ["policyModelId", "m", "Qwen"],
    ["scorerModelId", "gone", "gone"],
    ["smallModelId", null, "none: the policy varies itself"],
    ["problemSetId", "s", "GSM8K train"],
    ["name", "m", "m"],
  ] as const)("%s of %s is %s", (path, value, words) => {
    expect(settingWords(path, value, names)).toBe(words);
  });

  it("are read from every field of a launch", () => {
    const launch = launchRunSchema.parse({ name: "n", policyModelId: "m", problemSetId: "s", seed: 3 });
    expect(settingOf(launch, "seed")).toBe(3);
    expect(settingOf(launch, "config.candidates")).toBe(5);
    for (const path of Object.keys(RUN_FIELDS).filter(isRunFieldPath)) {
      expect(settingWords(path, settingOf(launch, path), names)).not.toBe("");
    }
  });
});

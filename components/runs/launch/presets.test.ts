import { describe, expect, it } from "vitest";
import { sphereConfigSchema } from "@/server/runs/runs.schema";
import { matchingPreset, PRESET_IDS, PRESETS } from "./presets";

describe("presets of the launch form", () => {
  it.each(PRESET_IDS)("%s passes the schema as it is", (id) => {
    expect(sphereConfigSchema.parse(PRESETS[id].config)).toEqual(PRESETS[id].config);
  });

  it("takes the paper's settings from the schema's own defaults", () => {
    expect(PRESETS.paper.config).toEqual(sphereConfigSchema.parse({}));
  });

  it("asks less of the machine in the quick one, in every number that costs", () => {
    const costs = [
      "rootSamples",
      "rolloutsPerPrefix",
      "correctionSamples",
      "smallModelSamples",
      "maxTokens",
    ] as const;
    for (const key of costs) expect(PRESETS.quick.config[key]).toBeLessThan(PRESETS.paper.config[key]);
    expect(PRESETS.quick.problemCount).toBeLessThan(PRESETS.paper.problemCount);
  });

  it("is recognised by its values and no longer once one is changed", () => {
    expect(matchingPreset(PRESETS.quick.config)).toBe("quick");
    expect(matchingPreset(PRESETS.paper.config)).toBe("paper");
    expect(matchingPreset({ ...PRESETS.quick.config, topP: 1 })).toBeNull();
  });
});

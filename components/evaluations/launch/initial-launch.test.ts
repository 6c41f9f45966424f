import { describe, expect, it } from "vitest";
import { launchEvaluationsSchema } from "@/server/evaluations/evaluations.schema";
import { newEvaluationPath } from "../paths";
import { initialLaunch, notOffered } from "./initial-launch";
import { loadLaunchSearch } from "./launch-search";

const models = [
  { id: "m1", name: "Ready", kind: "embedded", status: "ready" },
  { id: "m2", name: "Loading", kind: "embedded", status: "downloading" },
  { id: "m3", name: "Scores", kind: "prm", status: "ready" },
  { id: "m4", name: "Other", kind: "openai", status: "ready" },
] as const;
const set = { status: "ready", problemCount: 500, source: "own.jsonl" } as const;
const benchmarks = [
  { ...set, id: "b1", name: "Own", kind: "benchmark" },
  { ...set, id: "t1", name: "Training", kind: "training" },
] as const;

const opened = (address: string) => {
  const search = loadLaunchSearch(new URLSearchParams(address.split("?")[1]));
  return { search, initial: initialLaunch(search, { models, benchmarks }) };
};

describe("the launch form's beginning", () => {
  it("is a quick look, and takes what there is only one of", () => {
    const { initial } = opened("/evaluations/new");
    expect(initial).toMatchObject({ preset: "quick", items: 100, greedy: true, sampled: null });
    expect(initial).toMatchObject({ modelIds: [], benchmarkIds: ["b1"] });
  });

  it("does as the preset of the link says", () => {
    const { initial } = opened(newEvaluationPath({ preset: "standard" }));
    expect(initial).toMatchObject({ preset: "standard", items: null, sampled: { samples: 4 } });
  });

  it("takes over a whole protocol, so that it can be evaluated again under the same", () => {
    const protocol = {
      items: 50,
      seed: 7,
      greedy: false,
      sampled: { samples: 8, temperature: 0.6, topP: 0.9 },
      maxTokens: 512,
    } as const;
    const { initial } = opened(
      newEvaluationPath({ modelIds: ["m1", "m4"], benchmarkIds: ["b1"], ...protocol }),
    );
    expect(initial).toEqual({
      ...protocol,
      preset: "custom",
      modelIds: ["m1", "m4"],
      benchmarkIds: ["b1"],
      priority: 0,
    });
    expect(launchEvaluationsSchema.safeParse(initial).success).toBe(true);
  });

  it("leaves out what cannot be evaluated, and counts it", () => {
    const { search, initial } = opened(
      newEvaluationPath({ modelIds: ["m1", "m2", "m3", "gone"], benchmarkIds: ["t1"] }),
    );
    expect(initial).toMatchObject({ modelIds: ["m1"], benchmarkIds: [] });
    expect(notOffered(search, initial)).toEqual({ models: 3, benchmarks: 1 });
  });

  it("reads the whole benchmark, and no nonsense", () => {
    expect(opened(newEvaluationPath({ items: "all" })).initial.items).toBeNull();
    expect(opened("/evaluations/new?items=-3").initial.items).toBe(100);
    expect(opened("/evaluations/new?items=many").initial.items).toBe(100);
  });
});

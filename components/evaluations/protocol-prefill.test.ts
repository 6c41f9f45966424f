import { expect, it } from "vitest";
import type { Protocol } from "@/server/evaluations/evaluations.schema";
import { plannedPasses } from "@/server/evaluations/presets.schema";
import { initialLaunch } from "./launch/initial-launch";
import { loadLaunchSearch } from "./launch/launch-search";
import { newEvaluationPath } from "./paths";
import { protocolPrefill } from "./protocol-prefill";

const protocol: Protocol = {
  promptVersion: "1",
  prompt: [],
  greedy: false,
  sampled: { samples: 32, temperature: 0.65, topP: 0.95 },
  maxTokens: 700,
  seed: 11,
};

it.each([
  [{ items: 20, of: 30, seed: 11 }, 20],
  [{ items: 30, of: 30, seed: null }, null],
])("the form that evaluates %j again draws the same answers of the same items", (subset, items) => {
  const path = newEvaluationPath({ ...protocolPrefill({ protocol, subset }), benchmarkIds: ["b"] });
  const launch = initialLaunch(loadLaunchSearch(new URLSearchParams(path.split("?")[1])), {
    models: [],
    benchmarks: [],
  });
  expect(plannedPasses(launch, { source: "aime24.jsonl" })).toEqual({
    items,
    greedy: false,
    sampled: protocol.sampled,
  });
  expect(launch).toMatchObject({ maxTokens: 700, seed: 11 });
});

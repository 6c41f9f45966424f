import { launchRunSchema } from "@/server/runs/runs.schema";
import { launchRun } from "@/server/runs/runs.service";
import type { RunView } from "@/server/runs/run-view";
import { POLICY_ID, SMALL_ID } from "./fetch-models";
import type { DemoContext } from "./take-problems";

/** Few problems and short searches: on two cores the first pairs come within two minutes, the end within six. */
const DEMO = {
  problemCount: 6,
  config: {
    rootSamples: 6,
    rolloutsPerPrefix: 4,
    wrongChains: 1,
    maxTokens: 320,
    correctionSamples: 4,
    correctionRounds: 1,
    smallModelSamples: 6,
  },
};

export function launchDemo(context: DemoContext, problemSetId: string): RunView {
  const seed = Math.floor(context.clock.now() / 1000) % 1_000_000;
  const launch = launchRunSchema.parse({
    ...DEMO,
    name: "Demo",
    policyModelId: POLICY_ID,
    smallModelId: SMALL_ID,
    problemSetId,
    seed,
  });
  return launchRun(context, launch);
}

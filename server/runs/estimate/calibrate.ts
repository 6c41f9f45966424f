import { STAGES, type Stage } from "@/server/sphere/io";
import { BUCKETS } from "@/server/sphere/types";
import type { LaunchRun } from "../runs.schema";
import { problemCost, type CostPart } from "./cost-model";
import { lengthsFor } from "./lengths";
import { searchesAlike, total, type MeasuredRun } from "./measured-run";

/** Problems as which the model's own guess counts beside measured ones. */
export const GUESS_WEIGHT = 0.25;

export interface Scales {
  /** Measured tokens over foretold ones of the same earlier problems, by part: the model's guesses drop out. */
  readonly scale: ReadonlyMap<CostPart, number>;
  /** Tokens a problem of parts that were measured and that the model does not know. */
  readonly unforeseen: ReadonlyMap<CostPart, number>;
}

/** Brings the model of the cost to the scale of earlier runs like the launch. */
export function calibrate(launch: LaunchRun, runs: readonly MeasuredRun[]): Scales {
  const alike = runs.filter((run) => searchesAlike(run.launch, launch));
  const measured = new Map<CostPart, number>();
  const foretold = new Map<CostPart, { tokens: number; problems: number }>();
  for (const run of alike) {
    const lengths = lengthsFor(run.launch, runs);
    for (const bucket of BUCKETS) {
      const count = run.buckets[bucket] ?? 0;
      for (const [part, tokens] of problemCost(run.launch, lengths, bucket)) {
        if (!speaksOf(part, run.launch, launch) || tokens === 0) continue;
        const before = foretold.get(part) ?? { tokens: 0, problems: 0 };
        foretold.set(part, { tokens: before.tokens + count * tokens, problems: before.problems + count });
      }
    }
    for (const [part, tokens] of run.tokens) {
      if (speaksOf(part, run.launch, launch)) measured.set(part, (measured.get(part) ?? 0) + tokens);
    }
  }
  const scale = [...foretold].map(([part, { tokens, problems }]) => {
    const guess = problems === 0 ? 0 : (GUESS_WEIGHT * tokens) / problems;
    return [part, guess === 0 ? 1 : ((measured.get(part) ?? 0) + guess) / (tokens + guess)] as const;
  });
  const unforeseen = [...measured].flatMap(([part, tokens]) =>
    foretold.has(part) ? [] : [[part, tokens / Math.max(1, total(alike))] as const],
  );
  return { scale: new Map(scale), unforeseen: new Map(unforeseen) };
}

/** Stage 3 depends on the small model. */
function speaksOf(part: CostPart, earlier: LaunchRun, launch: LaunchRun): boolean {
  return stageOf(part) !== "diversity-induction" || earlier.smallModelId === launch.smallModelId;
}

export function stageOf(part: CostPart): Stage {
  return STAGES.find((stage) => part.startsWith(stage)) ?? "self-generation";
}

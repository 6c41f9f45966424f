import { STAGES, type Stage } from "@/server/sphere/io";
import { BUCKETS, type Bucket } from "@/server/sphere/types";
import type { LaunchRun } from "../runs.schema";
import { basisWords } from "./basis-words";
import { EVEN_SHARES, sharesForSamples, type BucketShares } from "./bucket-shares";
import { calibrate, GUESS_WEIGHT, stageOf } from "./calibrate";
import { problemCost, type CostPart, type CostSettings } from "./cost-model";
import { lengthsFor } from "./lengths";
import {
  ENOUGH_PROBLEMS,
  relevant,
  searchesAlike,
  total,
  type MeasuredRun,
  type MeasuredSpeed,
} from "./measured-run";

/** What a launch is expected to take, with what that rests on. */
export interface LaunchEstimate {
  readonly generatedTokens: number;
  /** Alone on its engine; null where no speed was measured yet. */
  readonly durationMs: number | null;
  /** What the figures stand on, in plain words. */
  readonly basis: string;
  /** No earlier run of this policy: by guessed lengths alone. */
  readonly rough: boolean;
  readonly problems: number;
  /** Which budget ends the run before its problems do. */
  readonly limitedBy: "tokens" | "time" | null;
  /** Tokens without any budget, by stage. */
  readonly stages: readonly { readonly stage: Stage; readonly generatedTokens: number }[];
  readonly buckets: BucketShares;
  readonly tokensPerSolution: number;
  readonly tokensPerSecond: number | null;
}

/** Foretells a launch from the model of its cost and from what earlier runs measured. */
export function foretell(
  launch: LaunchRun,
  problems: number,
  past: { readonly runs: readonly MeasuredRun[]; readonly speed: MeasuredSpeed },
): LaunchEstimate {
  const runs = relevant(launch, past.runs);
  const lengths = lengthsFor(launch, runs);
  const buckets = bucketsFor(launch, runs);
  const { scale, unforeseen } = calibrate(launch, runs);
  const perStage = new Map<Stage, number>(STAGES.map((stage) => [stage, 0]));
  const add = (part: CostPart, tokens: number): void => {
    const stage = stageOf(part);
    perStage.set(stage, (perStage.get(stage) ?? 0) + problems * tokens);
  };
  for (const bucket of BUCKETS) {
    for (const [part, tokens] of problemCost(launch, lengths, bucket)) {
      add(part, buckets[bucket] * tokens * (scale.get(part) ?? 1));
    }
  }
  for (const [part, tokens] of unforeseen) add(part, tokens);
  const stages = [...perStage].map(([stage, tokens]) => ({ stage, generatedTokens: Math.round(tokens) }));
  const whole = stages.reduce((sum, { generatedTokens }) => sum + generatedTokens, 0);
  return {
    ...withinBudgets(launch, whole, past.speed),
    basis: basisWords(launch, runs, past.speed),
    rough: runs.length === 0,
    problems,
    stages,
    buckets,
    tokensPerSolution: lengths.solution,
    tokensPerSecond: past.speed,
  };
}

function withinBudgets(launch: LaunchRun, tokens: number, speed: MeasuredSpeed) {
  const { tokenBudget, timeBudgetMinutes } = launch;
  const byTime =
    timeBudgetMinutes === null || speed === null ? Infinity : Math.round(timeBudgetMinutes * 60 * speed);
  const generatedTokens = Math.min(tokens, tokenBudget ?? Infinity, byTime);
  const limitedBy =
    generatedTokens === tokens ? null : generatedTokens === byTime ? ("time" as const) : ("tokens" as const);
  const durationMs = speed === null ? null : Math.round((1000 * generatedTokens) / speed);
  return { generatedTokens, durationMs, limitedBy };
}

/** What a bucket is depends on the search: whole samples sort problems otherwise than the two ends of a tree. */
function bucketsFor(launch: LaunchRun, runs: readonly MeasuredRun[]): BucketShares {
  const { rootSamples, candidates } = launch.config;
  const bySamples = sortsBySamples(launch);
  const sorted = runs.filter((run) =>
    bySamples
      ? sortsBySamples(run.launch) && run.launch.config.rootSamples === rootSamples
      : searchesAlike(run.launch, launch),
  );
  const count = total(sorted);
  if (count < Math.min(ENOUGH_PROBLEMS, total(runs))) {
    const solved = runs.flatMap((run) => run.solved);
    return sharesForSamples(solved, bySamples ? rootSamples : candidates);
  }
  const share = (bucket: Bucket): number => {
    const seen = sorted.reduce((sum, run) => sum + (run.buckets[bucket] ?? 0), 0);
    return (seen + GUESS_WEIGHT * EVEN_SHARES[bucket]) / (count + GUESS_WEIGHT);
  };
  return { easy: share("easy"), mixed: share("mixed"), hard: share("hard") };
}

function sortsBySamples({ kind, config }: CostSettings): boolean {
  return kind !== "sphere" || config.mode === "omega";
}

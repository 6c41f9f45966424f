import { STAGES, type Stage } from "@/server/sphere/io";
import { BUCKETS, type Bucket } from "@/server/sphere/types";
import type { LaunchRun } from "../runs.schema";
import { EVEN_SHARES, sharesForSamples, type BucketShares, type SolvedCount } from "./bucket-shares";
import { problemCost, type CostPart, type CostSettings, type TextLengths } from "./cost-model";

/** What one earlier run of the policy measured, on a bounded number of its problems that are done. */
export interface MeasuredRun {
  readonly launch: LaunchRun;
  /** Problems looked at, by bucket. */
  readonly buckets: Readonly<Partial<Record<Bucket, number>>>;
  /** Tokens that these problems generated, by part. */
  readonly tokens: ReadonlyMap<CostPart, number>;
  /** Lengths of the policy's root samples, and of the small model's. */
  readonly solutions: readonly number[];
  readonly smallSolutions: readonly number[];
  /** Mean steps of a root sample; null where there is none. */
  readonly steps: number | null;
  readonly solved: readonly SolvedCount[];
}

/** Tokens a second of the policy's earlier runs; null where none ran for long enough. */
export type MeasuredSpeed = number | null;

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

/** Fewer problems on the launch's own set than this, and other sets count as well. */
export const ENOUGH_PROBLEMS = 5;
const GUESSED_SOLUTION = 250;
const GUESSED_STEPS = 6;
/** Problems as which the model's own guess counts beside measured ones. */
const GUESS_WEIGHT = 0.25;

/** Foretells a launch from the model of its cost and from what earlier runs measured. */
export function foretell(
  launch: LaunchRun,
  problems: number,
  past: { readonly runs: readonly MeasuredRun[]; readonly speed: MeasuredSpeed },
): LaunchEstimate {
  const runs = relevant(launch, past.runs);
  const lengths = lengthsFor(launch, runs);
  const buckets = bucketsFor(launch, runs);
  const scale = scales(launch, runs);
  const perStage = new Map<Stage, number>(STAGES.map((stage) => [stage, 0]));
  for (const bucket of BUCKETS) {
    for (const [part, tokens] of problemCost(launch, lengths, bucket)) {
      const stage = stageOf(part);
      const expected = problems * buckets[bucket] * tokens * (scale.get(part) ?? 1);
      perStage.set(stage, (perStage.get(stage) ?? 0) + expected);
    }
  }
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

const countOf = (run: MeasuredRun): number =>
  BUCKETS.reduce((sum, bucket) => sum + (run.buckets[bucket] ?? 0), 0);
const total = (runs: readonly MeasuredRun[]): number => runs.reduce((sum, run) => sum + countOf(run), 0);

/** Runs on the same set where these are enough, else all. */
function relevant(launch: LaunchRun, runs: readonly MeasuredRun[]): readonly MeasuredRun[] {
  const own = runs.filter((run) => run.launch.problemSetId === launch.problemSetId);
  return total(own) >= ENOUGH_PROBLEMS ? own : runs;
}

function lengthsFor(launch: LaunchRun, runs: readonly MeasuredRun[]): TextLengths {
  const { maxTokens } = launch.config;
  const guessed = Math.min(GUESSED_SOLUTION, 0.75 * maxTokens);
  const solution =
    meanWithin(
      runs.flatMap(({ solutions }) => solutions),
      maxTokens,
    ) ?? guessed;
  const small = runs
    .filter((run) => run.launch.smallModelId === launch.smallModelId)
    .flatMap(({ smallSolutions }) => smallSolutions);
  const steps = runs.flatMap((run) => run.steps ?? []);
  return {
    solution,
    smallSolution: meanWithin(small, maxTokens) ?? solution,
    steps: steps.length === 0 ? GUESSED_STEPS : Math.max(1, mean(steps)),
  };
}

function bucketsFor(launch: LaunchRun, runs: readonly MeasuredRun[]): BucketShares {
  const { rootSamples } = launch.config;
  const sampled = runs.filter((run) => run.launch.config.rootSamples === rootSamples);
  const count = total(sampled);
  if (count < Math.min(ENOUGH_PROBLEMS, total(runs))) {
    return sharesForSamples(
      runs.flatMap(({ solved }) => solved),
      rootSamples,
    );
  }
  const share = (bucket: Bucket): number => {
    const seen = sampled.reduce((sum, run) => sum + (run.buckets[bucket] ?? 0), 0);
    return (seen + GUESS_WEIGHT * EVEN_SHARES[bucket]) / (count + GUESS_WEIGHT);
  };
  return { easy: share("easy"), mixed: share("mixed"), hard: share("hard") };
}

/** Measured tokens over foretold ones of the same earlier problems, by part: the model's guesses drop out. */
function scales(launch: LaunchRun, runs: readonly MeasuredRun[]): ReadonlyMap<CostPart, number> {
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
  return new Map(
    [...foretold].map(([part, { tokens, problems }]) => {
      const guess = problems === 0 ? 0 : (GUESS_WEIGHT * tokens) / problems;
      return [part, guess === 0 ? 1 : ((measured.get(part) ?? 0) + guess) / (tokens + guess)] as const;
    }),
  );
}

function searchesAlike(a: CostSettings, b: CostSettings): boolean {
  return a.kind === b.kind && a.config.mode === b.config.mode && a.config.scorer === b.config.scorer;
}

/** Stage 3 depends on the small model. */
function speaksOf(part: CostPart, earlier: LaunchRun, launch: LaunchRun): boolean {
  return stageOf(part) !== "diversity-induction" || earlier.smallModelId === launch.smallModelId;
}

function stageOf(part: CostPart): Stage {
  return STAGES.find((stage) => part.startsWith(stage)) ?? "self-generation";
}

function basisWords(launch: LaunchRun, runs: readonly MeasuredRun[], speed: MeasuredSpeed): string {
  const rate =
    speed === null ? "no speed was measured yet" : `${speed.toFixed(1)} tokens a second as measured`;
  if (runs.length === 0) return `Rough: this policy has no earlier run, so lengths are guessed; ${rate}.`;
  const own = runs.every((run) => run.launch.problemSetId === launch.problemSetId);
  const alike = runs.some((run) => searchesAlike(run.launch, launch));
  const where = own ? "of this set" : "also of other sets";
  const calls = alike
    ? "lengths, buckets and calls"
    : "lengths and buckets, but not the calls of this search,";
  const problems = total(runs);
  return (
    `${calls[0]?.toUpperCase() ?? ""}${calls.slice(1)} as measured on ${problems} ` +
    `${problems === 1 ? "problem" : "problems"} ${where} in ${runs.length} earlier ` +
    `${runs.length === 1 ? "run" : "runs"} of this policy; ${rate}.`
  );
}

function meanWithin(lengths: readonly number[], most: number): number | null {
  return lengths.length === 0 ? null : mean(lengths.map((length) => Math.min(length, most)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

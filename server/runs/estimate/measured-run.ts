import type { Bucket } from "@/server/sphere/types";
import { BUCKETS } from "@/server/sphere/types";
import type { LaunchRun } from "../runs.schema";
import type { SolvedCount } from "./bucket-shares";
import type { CostPart, CostSettings } from "./cost-model";

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

/** Fewer problems on the launch's own set than this, and other sets count as well. */
export const ENOUGH_PROBLEMS = 5;

const countOf = (run: MeasuredRun): number =>
  BUCKETS.reduce((sum, bucket) => sum + (run.buckets[bucket] ?? 0), 0);
/** Problems of all of them. */
export const total = (runs: readonly MeasuredRun[]): number =>
  runs.reduce((sum, run) => sum + countOf(run), 0);

/** Runs on the same set where these are enough, else all. */
export function relevant(launch: LaunchRun, runs: readonly MeasuredRun[]): readonly MeasuredRun[] {
  const own = runs.filter((run) => run.launch.problemSetId === launch.problemSetId);
  return total(own) >= ENOUGH_PROBLEMS ? own : runs;
}

/** Whether two runs make the same calls for the same reasons. */
export function searchesAlike(a: CostSettings, b: CostSettings): boolean {
  return a.kind === b.kind && a.config.mode === b.config.mode && a.config.scorer === b.config.scorer;
}

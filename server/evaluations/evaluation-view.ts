import type { EvaluatedModel } from "@/db/schema";
import type { JobLive, JobStatus } from "@/server/jobs/jobs.schema";
import type { PresetName, Protocol } from "./evaluations.schema";
import type { EvaluationScore } from "./score.schema";

/** Which problems of a benchmark a number stands on. `seed` is null where all were taken. */
export interface SubsetView {
  readonly items: number;
  readonly of: number;
  readonly seed: number | null;
}

/** An evaluation as pages show it. */
export interface EvaluationView {
  readonly id: string;
  readonly status: JobStatus;
  readonly statusReason: string | null;
  readonly retryAt: number | null;
  readonly model: EvaluatedModel & {
    readonly id: string;
    readonly parentModelId: string | null;
    readonly round: number | null;
  };
  readonly benchmark: { readonly id: string; readonly name: string };
  readonly subset: SubsetView;
  readonly itemsSha256: string;
  readonly benchmarkSha256: string;
  readonly preset: PresetName;
  readonly protocol: Protocol;
  readonly renderedPrompt: string | null;
  /** The grader of launch, and the one whose numbers are shown. */
  readonly graderVersion: string;
  readonly scoredWith: string;
  readonly rescoreTo: string | null;
  /** Over the items that are done; so the running estimate while it works. Null before the first. */
  readonly score: EvaluationScore | null;
  readonly live: JobLive | null;
  readonly priority: number;
  readonly batchId: string;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly activeMs: number;
  readonly callCount: number;
  readonly failedCallCount: number;
  readonly promptTokens: number;
  readonly generatedTokens: number;
  readonly itemsDone: number;
  readonly itemsFailed: number;
}

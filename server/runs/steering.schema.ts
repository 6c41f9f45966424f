/** What a person sends to steer runs: the queue, changes while a run goes, retries, clones and notices. */
import { z } from "zod";
import { launchRunSchema, RUN_KINDS, RUN_STATUSES } from "./runs.schema";

const runId = z.string().min(1);

/** A launch, with the run that it comes from. */
export const launchInputSchema = launchRunSchema.extend({
  /** The run that this one was cloned from. */
  clonedFromId: runId.nullable().default(null),
  /** Take the problems of this run instead of choosing from the set by the seed. */
  problemsOfRunId: runId.nullable().default(null),
});
export type LaunchInput = z.infer<typeof launchInputSchema>;

const tokenBudget = launchRunSchema.shape.tokenBudget.unwrap().optional();
const timeBudgetMinutes = launchRunSchema.shape.timeBudgetMinutes.unwrap().optional();

/** Changes to a run that is not over; what is left out stays as it is, null lifts a limit. */
export const adjustRunSchema = z.object({
  runId,
  tokenBudget,
  timeBudgetMinutes,
  maxInFlight: launchRunSchema.shape.maxInFlight.unwrap().optional(),
  priority: launchRunSchema.shape.priority.unwrap().optional(),
});
export type AdjustRun = z.infer<typeof adjustRunSchema>;

export const resumeRunSchema = z.object({ runId, tokenBudget, timeBudgetMinutes });
export type ResumeRun = z.infer<typeof resumeRunSchema>;

export const moveInQueueSchema = z.object({
  runId,
  /** The queued run to go before; null: to the end. */
  before: runId.nullable(),
});

export const retryFailedSchema = z.object({
  runId,
  /** Problems to take again: failed ones, or done ones with failed calls. Left out: every failed problem. */
  problemIds: z.array(z.string().min(1)).min(1).max(1000).optional(),
});
export type RetryFailed = z.infer<typeof retryFailedSchema>;

export const RUN_SORTS = ["newest", "oldest", "name", "tokens", "pairs"] as const;
export type RunSort = (typeof RUN_SORTS)[number];

export const listRunsSchema = z.object({
  limit: z.number().int().min(1).max(200).default(50),
  sort: z.enum(RUN_SORTS).default("newest"),
  status: z.array(z.enum(RUN_STATUSES)).max(RUN_STATUSES.length).default([]),
  kind: z.array(z.enum(RUN_KINDS)).max(RUN_KINDS.length).default([]),
  /** Policy, small model or scorer. */
  modelId: z.string().min(1).nullable().default(null),
  problemSetId: z.string().min(1).nullable().default(null),
  /** Part of the name or the id, letters large or small. */
  text: z.string().trim().max(200).default(""),
  dryRuns: z.enum(["without", "only", "with"]).default("without"),
  /** The `next` of the page before. */
  cursor: z.string().max(400).nullable().default(null),
});
export type ListRuns = z.infer<typeof listRunsSchema>;

export const BASELINE_KINDS = [
  "iid-pairs",
  "rejection-sampling",
] as const satisfies readonly (typeof RUN_KINDS)[number][];

export const baselineSchema = z.object({ runId, kind: z.enum(BASELINE_KINDS) });
export type BaselineOf = z.infer<typeof baselineSchema>;

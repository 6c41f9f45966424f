/**
 * `server/evaluations/work` owns an evaluation as a job: its launch, its states, its journal, and its running numbers.
 * This file is what crosses the wire. The folder never imports runs or the worker.
 */
import { z } from "zod";
import { JOB_STATUSES } from "@/server/jobs/jobs.schema";
import { evaluationIdSchema } from "../evaluations.schema";

export const EVALUATIONS_A_PAGE = 50;

export const EVALUATION_SORTS = ["newest", "oldest", "model", "benchmark", "tokens"] as const;
export type EvaluationSort = (typeof EVALUATION_SORTS)[number];

export const listEvaluationsSchema = z.object({
  modelId: z.string().min(1).nullable().default(null),
  benchmarkId: z.string().min(1).nullable().default(null),
  /** Launched together. */
  batchId: z.string().min(1).nullable().default(null),
  /** None: all of them. */
  status: z.array(z.enum(JOB_STATUSES)).default([]),
  sort: z.enum(EVALUATION_SORTS).default("newest"),
  /** From 1. */
  page: z.number().int().min(1).max(100_000).default(1),
});
export type ListEvaluations = z.infer<typeof listEvaluationsSchema>;

/** `lastEventId` is the last one that the watcher has seen; events after it come first. */
export const watchEvaluationSchema = evaluationIdSchema.extend({
  lastEventId: z.coerce.number().int().min(0).default(0),
});

import { z } from "zod";

export const SET_KINDS = ["training", "benchmark", "starter"] as const;
/** Training sets feed runs; benchmarks are for evaluation only; the starter set is made by the app itself. */
export type SetKind = (typeof SET_KINDS)[number];

export const SET_STATUSES = ["importing", "ready", "failed"] as const;
export type SetStatus = (typeof SET_STATUSES)[number];

/** One line of a JSONL problem file. Unknown keys are ignored. */
export const problemLineSchema = z.object({
  id: z.string().trim().min(1).max(200),
  problem: z.string().trim().min(1).max(100_000),
  answer: z.string().trim().min(1).max(10_000),
  solution: z.string().max(200_000).optional(),
  level: z.string().max(100).optional(),
  subject: z.string().max(100).optional(),
  source: z.string().max(500).optional(),
});
export type ProblemLine = z.infer<typeof problemLineSchema>;

/**
 * `server/evaluations/leaderboard` owns the table of models against benchmarks: which numbers may share a ranking, which stand
 * apart and why, and what of an order is real. It reads evaluations and their scores and changes nothing. This file is what
 * crosses the wire.
 */
import { z } from "zod";

/** Greedy pass@1, avg@k, unbiased pass@k, maj@k; the last three at the k that was drawn. */
export const BOARD_METRICS = ["greedy", "avg", "pass", "maj"] as const;
export type BoardMetric = (typeof BOARD_METRICS)[number];

export const SORT_DIRECTIONS = ["descending", "ascending"] as const;
export type SortDirection = (typeof SORT_DIRECTIONS)[number];

/** Which rows and columns of the leaderboard, in which order. */
export const boardFilterSchema = z.object({
  metric: z.enum(BOARD_METRICS).default("greedy"),
  /** Part of a model's or its family's name, in any case. */
  text: z.string().trim().max(200).default(""),
  /** The base of a family. */
  familyId: z.string().max(200).nullable().default(null),
  /** Only this column. */
  benchmarkId: z.string().max(200).nullable().default(null),
  /** Leaves out what is still at work. */
  finishedOnly: z.boolean().default(false),
  /** Pass keys that are to be ranked instead of those that most models have; at most one of a benchmark counts. */
  groups: z.array(z.string().max(100)).max(50).default([]),
  /** `model`, `mean`, or a benchmark's id. What has no number comes last either way. */
  sort: z.string().max(200).default("model"),
  /** Null: names from A on, numbers from the highest. */
  direction: z.enum(SORT_DIRECTIONS).nullable().default(null),
  /** Models one by one, not under their families. */
  flat: z.boolean().default(false),
});
export type BoardFilter = z.infer<typeof boardFilterSchema>;

/** Rows of one page. */
export const BOARD_PAGE_SIZE = 50;

/** The same, cut into pages. */
export const boardPageSchema = boardFilterSchema.extend({
  /** From 1. */
  page: z.number().int().min(1).max(10_000).default(1),
});
export type BoardPageInput = z.infer<typeof boardPageSchema>;

/** Which way the rows are sorted, said or not. */
export function directionOf({ sort, direction }: Pick<BoardFilter, "sort" | "direction">): SortDirection {
  return direction ?? (sort === "model" ? "ascending" : "descending");
}

/** Most models of one picture of curves. */
const CURVES_LIMIT = 12;

/** pass@k and maj@k of some models on one benchmark. */
export const boardCurvesSchema = z.object({
  benchmarkId: z.string().min(1).max(200),
  modelIds: z.array(z.string().min(1).max(200)).max(CURVES_LIMIT),
  groups: boardFilterSchema.shape.groups,
});
export type BoardCurvesInput = z.infer<typeof boardCurvesSchema>;

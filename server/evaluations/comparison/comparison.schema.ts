/**
 * `server/evaluations/comparison` owns what may be said of two models on the same items: which of their evaluations may be
 * compared at all, the paired tests, slices, and the items one by one. It computes and changes nothing. This file is
 * what crosses the wire. It imports the evaluations' work, scoring and pass key, the standing rulings, the leaderboard's order of
 * benchmarks, and statistics; it never imports reading, nor any service of regrade or the leaderboard.
 */
import { z } from "zod";
import { PASS_NAMES } from "../evaluations.schema";

/**
 * How an item came out for both. Of one answer each: `both` right, `only-a`, `only-b`, `neither`. Of several: `more-a` and
 * `more-b` where one has more of its answers right, else `same`.
 */
export const COMPARED_CELLS = ["both", "only-a", "only-b", "neither", "more-a", "more-b", "same"] as const;
export type ComparedCell = (typeof COMPARED_CELLS)[number];

/** Below so many items a slice is a hint at best; pages say so. */
export const FEW_ITEMS = 30;
export const COMPARED_ITEMS_A_PAGE = 25;

const id = z.string().min(1).max(200);

/** Each a model, or one of its evaluations. */
const sides = { a: id, b: id };
const pass = z.enum(PASS_NAMES).default("greedy");

export const compareSchema = z.object({ ...sides, pass });
export type CompareInput = z.infer<typeof compareSchema>;

/** A base against everything that descends from it. */
export const compareFamilySchema = z.object({ base: id, pass });
export type CompareFamilyInput = z.infer<typeof compareFamilySchema>;

export const compareBenchmarkSchema = compareSchema.extend({ benchmarkId: id });
export type CompareBenchmarkInput = z.infer<typeof compareBenchmarkSchema>;

const comparedFilter = {
  cell: z.enum(COMPARED_CELLS).nullable().default(null),
  level: z.string().max(100).nullable().default(null),
  subject: z.string().max(100).nullable().default(null),
  /** Part of the statement, the reference or the source's id, in any case. */
  text: z.string().trim().max(200).default(""),
};

export const compareItemsSchema = compareBenchmarkSchema.extend({
  ...comparedFilter,
  /** From 1. */
  page: z.number().int().min(1).max(100_000).default(1),
});
export type CompareItemsInput = z.infer<typeof compareItemsSchema>;

/** One item; the filter decides which items are before and after it. */
export const compareItemSchema = compareBenchmarkSchema.extend({ problemId: id, ...comparedFilter });
export type CompareItemInput = z.infer<typeof compareItemSchema>;

/**
 * `server/evaluations/reading` owns what pages read of one evaluation: its items, one item with every answer, one model
 * call. It changes nothing. This file is what crosses the wire.
 */
import { z } from "zod";
import { evaluationIdSchema, PASS_NAMES } from "../evaluations.schema";

/**
 * How an item came out, over the answers looked at. `right`: all of them; `mixed`: some; `wrong`: none. `no-answer` and
 * `truncated`: at least one. `failed`: a call failed lastingly. `graders-differ`: two graders do not agree on an answer.
 * `left-out`: its reference is known to be bad, so that it counts nowhere. `open`: not all answers are there yet.
 */
export const ITEM_OUTCOMES = [
  "right",
  "mixed",
  "wrong",
  "no-answer",
  "truncated",
  "failed",
  "graders-differ",
  "left-out",
  "open",
] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

const itemFilter = {
  outcome: z.enum(ITEM_OUTCOMES).nullable().default(null),
  /** The answers looked at; null: those of every pass. */
  pass: z.enum(PASS_NAMES).nullable().default(null),
  level: z.string().max(100).nullable().default(null),
  subject: z.string().max(100).nullable().default(null),
  /** Part of the statement, the reference or the source's id, in any case. */
  text: z.string().trim().max(200).default(""),
};
const itemFilterSchema = z.object(itemFilter);
export type ItemFilter = z.infer<typeof itemFilterSchema>;

export const listItemsSchema = evaluationIdSchema.extend({
  ...itemFilter,
  /** From 1. */
  page: z.number().int().min(1).max(100_000).default(1),
  pageSize: z.number().int().min(1).max(100).default(50),
});
export type ListItems = z.infer<typeof listItemsSchema>;

/** One item; the filter decides which items are before and after it. */
export const readItemSchema = evaluationIdSchema.extend({ problemId: z.string().min(1), ...itemFilter });
export type ReadItem = z.infer<typeof readItemSchema>;

export const readModelCallSchema = evaluationIdSchema.extend({ callId: z.string().min(1) });
export type ReadModelCall = z.infer<typeof readModelCallSchema>;

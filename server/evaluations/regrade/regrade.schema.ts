/**
 * `server/evaluations/regrade` owns what happens to answers after they were given: verdicts of newer graders, and what
 * people rule where graders disagree. It asks no model anything. This file is what crosses the wire.
 */
import { z } from "zod";

/** Null: all evaluations that are behind. */
export const rescoreSchema = z.object({
  evaluationIds: z.array(z.string().min(1)).min(1, "Choose an evaluation").max(1_000).nullable(),
});
export type Rescore = z.infer<typeof rescoreSchema>;

export const listDisagreementsSchema = z.object({
  /** Null: both. */
  state: z.enum(["open", "settled"]).nullable().default("open"),
  /** Null: of all benchmarks. */
  benchmarkId: z.string().min(1).nullable().default(null),
  /** Also where graders read the answer otherwise and both call it wrong. */
  alsoReadings: z.boolean().default(false),
});
export type ListDisagreements = z.infer<typeof listDisagreementsSchema>;

/** An answer to a problem; `answerKey` makes it. */
export const answerSchema = z.object({ problemId: z.string().min(1), answer: z.string().max(100_000) });
export type Answer = z.infer<typeof answerSchema>;

export const settleSchema = answerSchema
  .extend({
    /** Null takes the ruling back. */
    correct: z.boolean().nullable(),
    reason: z.string().trim().max(2_000),
  })
  .refine(({ correct, reason }) => correct === null || reason !== "", {
    path: ["reason"],
    message: "Say why, for whoever asks later",
  });
export type Settle = z.infer<typeof settleSchema>;

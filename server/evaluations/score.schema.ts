import { z } from "zod";

/** A figure in its unit, with its 95% interval where one can be told. */
export const figureSchema = z.object({
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

/** One point of a curve over k. */
export const curvePointSchema = figureSchema.extend({ k: z.number().int() });
export type CurvePoint = z.infer<typeof curvePointSchema>;

/** The numbers of one pass over all scored items. Shares are in [0, 1]. */
export const passScoreSchema = z.object({
  /** pass@1 of one greedy answer, or avg@k: the mean over items of the share of right answers. */
  score: figureSchema,
  /** Where the interval comes from: Wilson for one answer an item, cluster bootstrap over items for several. */
  method: z.enum(["wilson", "cluster-bootstrap"]),
  /** k: answers of each item. */
  samples: z.number().int(),
  /** Right answers among all. */
  correct: z.number().int(),
  answers: z.number().int(),
  /** Shares of all answers. */
  truncated: figureSchema,
  noAnswer: figureSchema,
  meanTokens: z.number(),
  /** The same with its interval over items; scores of an older version do not have it. */
  tokens: figureSchema.optional(),
  /** Unbiased pass@k (Chen et al. 2021) and maj@k for k = 1, 2, 4 ... up to the samples drawn; empty for one answer. */
  passAtK: z.array(curvePointSchema),
  majAtK: z.array(curvePointSchema),
});
export type PassScore = z.infer<typeof passScoreSchema>;

/** The numbers of an evaluation under one grader. */
export const evaluationScoreSchema = z.object({
  /** Items that the numbers stand on. */
  items: z.number().int(),
  /** Items whose reference is known to be bad and has no correction: they count nowhere. */
  leftOut: z.number().int(),
  /** Items with a call that failed lastingly: what is missing counts as wrong. */
  failed: z.number().int(),
  /** Answers whose verdict a person settled. */
  settled: z.number().int(),
  greedy: passScoreSchema.nullable(),
  sampled: passScoreSchema.nullable(),
});
export type EvaluationScore = z.infer<typeof evaluationScoreSchema>;

/**
 * `server/evaluations` owns what a model is worth on a benchmark: evaluations, their scores, the leaderboard, comparisons.
 * This file is what crosses the wire and is safe in a browser. The folder imports foundation, math, statistics, jobs,
 * models, problems, the prompts of sphere, and db; it never imports runs or review.
 */
import { z } from "zod";

export const ITEM_STATUSES = ["waiting", "active", "done", "failed"] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** `greedy`: one answer at temperature 0. `sampled`: k answers at the protocol's temperature. */
export const PASS_NAMES = ["greedy", "sampled"] as const;
export type PassName = (typeof PASS_NAMES)[number];

export const PRESET_NAMES = ["quick", "standard", "paper", "custom"] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

export const SAMPLES_LIMIT = 256;

/** How the sampled pass draws. */
export const samplingPassSchema = z.object({
  /** k: answers drawn of each problem. */
  samples: z
    .number()
    .int()
    .min(1, "At least 1")
    .max(SAMPLES_LIMIT, `At most ${String(SAMPLES_LIMIT)}`),
  temperature: z.number().gt(0, "Above 0; the greedy pass is the one at 0").max(2, "At most 2"),
  topP: z.number().gt(0, "Above 0").max(1, "At most 1"),
});
export type SamplingPass = z.infer<typeof samplingPassSchema>;

/**
 * Everything that a number depends on beside the model and the items; stored whole with each evaluation. Two numbers of one
 * pass are comparable where `passKey` (protocol, items, grader) is the same.
 */
export const protocolSchema = z.object({
  /** `PROMPT_VERSION` of the words below. */
  promptVersion: z.string(),
  /** The messages of a problem whose statement is `{problem}`. */
  prompt: z.array(z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string() })),
  greedy: z.boolean(),
  sampled: samplingPassSchema.nullable(),
  /** Most tokens of one answer. */
  maxTokens: z.number().int().min(1).max(32_768),
  /** Chooses the items of a part, and is the seed of every resampling of the numbers. */
  seed: z.number().int().min(0).max(2_147_483_647),
});
export type Protocol = z.infer<typeof protocolSchema>;

/** What a person asks for: some models on some benchmarks, under one protocol. One evaluation is made of each pair. */
export const launchEvaluationsSchema = z
  .object({
    modelIds: z.array(z.string().min(1)).min(1, "Choose a model").max(50, "At most 50 models at once"),
    benchmarkIds: z
      .array(z.string().min(1))
      .min(1, "Choose a benchmark")
      .max(20, "At most 20 benchmarks at once"),
    preset: z.enum(PRESET_NAMES).default("quick"),
    /** Problems of each benchmark; null takes all. A benchmark with no more than that is taken whole. */
    items: z.number().int().min(1, "At least 1 problem").max(100_000).nullable().default(100),
    seed: z.number().int().min(0).max(2_147_483_647).default(0),
    greedy: z.boolean().default(true),
    /** Null: no sampled pass. For `standard`, AIME and AMC get 32 answers whatever stands here. */
    sampled: samplingPassSchema.nullable().default(null),
    maxTokens: z.number().int().min(16, "At least 16").max(32_768, "At most 32768").default(1024),
    priority: z.number().int().min(-10).max(10).default(0),
  })
  .refine(({ greedy, sampled }) => greedy || sampled !== null, {
    path: ["greedy"],
    message: "Choose the greedy pass, the sampled pass, or both",
  });
export type LaunchEvaluations = z.infer<typeof launchEvaluationsSchema>;

export const evaluationIdSchema = z.object({ evaluationId: z.string().min(1) });

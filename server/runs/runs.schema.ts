import { z } from "zod";
import { DEFAULT_SPHERE_CONFIG } from "@/server/sphere/config";

export const RUN_STATUSES = [
  "queued",
  "running",
  "pausing",
  "paused",
  "cancelling",
  "cancelled",
  "finished",
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export const PROBLEM_STATUSES = ["waiting", "active", "done", "failed"] as const;
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

export const CALL_STATUSES = ["ok", "failed"] as const;

export const EVENT_LEVELS = ["info", "warning", "error"] as const;

const d = DEFAULT_SPHERE_CONFIG;
const whole = (min: number, max: number, initial: number) =>
  z.number().int().min(min).max(max).default(initial);

/** The method's parameters as a run stores them; the form and its help are made from this schema. */
export const sphereConfigSchema = z.object({
  selfCorrection: z.boolean().default(d.selfCorrection),
  diversityInduction: z.boolean().default(d.diversityInduction),
  rootSamples: whole(2, 64, d.rootSamples),
  rolloutsPerPrefix: whole(2, 64, d.rolloutsPerPrefix),
  wrongChains: whole(0, 8, d.wrongChains),
  temperature: z.number().min(0.05).max(2).default(d.temperature),
  topP: z.number().min(0.05).max(1).default(d.topP),
  maxTokens: whole(32, 8192, d.maxTokens),
  maxDepth: whole(2, 64, d.maxDepth),
  correctionSamples: whole(1, 64, d.correctionSamples),
  correctionRounds: whole(1, 4, d.correctionRounds),
  smallModelSamples: whole(1, 64, d.smallModelSamples),
  minMargin: z.number().min(0).max(1).default(d.minMargin),
  minEditDistance: whole(0, 500, d.minEditDistance),
  pairsPerProblem: whole(1, 32, d.pairsPerProblem),
});

/** What a person decides when launching a run. */
export const launchRunSchema = z.object({
  name: z.string().trim().min(1, "Give the run a name").max(120),
  policyModelId: z.string().min(1, "Choose the policy"),
  smallModelId: z.string().min(1).nullable().default(null),
  problemSetId: z.string().min(1, "Choose a problem set"),
  /** Problems to take from the set, chosen by `seed`. */
  problemCount: whole(1, 100_000, 50),
  seed: whole(0, 2_147_483_647, 0),
  /** The run pauses once it has generated this many tokens; null for no limit. */
  tokenBudget: z.number().int().positive().nullable().default(null),
  config: sphereConfigSchema.prefault({}),
});
export type LaunchRun = z.infer<typeof launchRunSchema>;
export type LaunchRunInput = z.input<typeof launchRunSchema>;

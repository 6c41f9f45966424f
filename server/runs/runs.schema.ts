import { z } from "zod";
import {
  DEFAULT_SPHERE_CONFIG,
  RUN_KINDS,
  SCORERS,
  SEARCH_MODES,
  type RunKind,
} from "@/server/sphere/config";

export { JOB_STATUSES as RUN_STATUSES, type JobStatus as RunStatus } from "@/server/jobs/jobs.schema";

export const PROBLEM_STATUSES = ["waiting", "active", "done", "failed"] as const;
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

export { RUN_KINDS, type RunKind };

const d = DEFAULT_SPHERE_CONFIG;
const whole = (min: number, max: number, initial: number) =>
  z.number().int().min(min).max(max).default(initial);

/** The method's parameters as a run stores them; the form and its help are made from this schema. */
export const sphereConfigSchema = z.object({
  mode: z.enum(SEARCH_MODES).default(d.mode),
  scorer: z.enum(SCORERS).default(d.scorer),
  selfCorrection: z.boolean().default(d.selfCorrection),
  diversityInduction: z.boolean().default(d.diversityInduction),
  rootSamples: whole(2, 64, d.rootSamples),
  rolloutsPerPrefix: whole(2, 64, d.rolloutsPerPrefix),
  finalLabelRollouts: whole(2, 128, d.finalLabelRollouts),
  wrongChains: whole(0, 8, d.wrongChains),
  candidates: whole(2, 32, d.candidates),
  maxStepTokens: whole(16, 2048, d.maxStepTokens),
  iterations: whole(1, 256, d.iterations),
  exploration: z.number().min(0).max(10).default(d.exploration),
  scoreWeight: z.number().min(0).max(1).default(d.scoreWeight),
  lambda: z.number().min(0).max(10).default(d.lambda),
  temperature: z.number().min(0.05).max(2).default(d.temperature),
  topP: z.number().min(0.05).max(1).default(d.topP),
  maxTokens: whole(32, 8192, d.maxTokens),
  maxDepth: whole(2, 64, d.maxDepth),
  correctionSamples: whole(1, 64, d.correctionSamples),
  correctionRounds: whole(1, 4, d.correctionRounds),
  resamplingControl: z.boolean().default(d.resamplingControl),
  hintedCritique: z.boolean().default(d.hintedCritique),
  correctionTurnPairs: z.boolean().default(d.correctionTurnPairs),
  smallModelSamples: whole(1, 64, d.smallModelSamples),
  maxLogprobGap: z.number().min(0).max(20).default(d.maxLogprobGap),
  minMargin: z.number().min(0).max(1).default(d.minMargin),
  minMarginScored: z.number().min(0).max(1).default(d.minMarginScored),
  minEditDistance: whole(0, 500, d.minEditDistance),
  maxJaccard: z.number().min(0.1).max(1).default(d.maxJaccard),
  pairsPerProblem: whole(1, 32, d.pairsPerProblem),
  lengthBalance: z.boolean().default(d.lengthBalance),
  stageMix: z.boolean().default(d.stageMix),
});

/** What a person decides when launching a run. */
export const launchRunSchema = z.object({
  kind: z.enum(RUN_KINDS).default("sphere"),
  name: z.string().trim().min(1, "Give the run a name").max(120),
  policyModelId: z.string().min(1, "Choose the policy"),
  smallModelId: z.string().min(1).nullable().default(null),
  /** A process reward model, or a judge; null: rollouts score, or the policy judges itself. */
  scorerModelId: z.string().min(1).nullable().default(null),
  problemSetId: z.string().min(1, "Choose a problem set"),
  /** Problems to take from the set, chosen by `seed`. */
  problemCount: whole(1, 100_000, 50),
  seed: whole(0, 2_147_483_647, 0),
  /** The run pauses once it has generated this many tokens; null for no limit. */
  tokenBudget: z.number().int().positive().nullable().default(null),
  /** The run pauses once it has worked for so long; null for no limit. */
  timeBudgetMinutes: z.number().positive().max(100_000).nullable().default(null),
  /** Most samples of this run in flight at once; null leaves it to the engine. */
  maxInFlight: z.number().int().min(1).max(4096).nullable().default(null),
  /** Queued runs of a higher priority go first. */
  priority: z.number().int().min(-100).max(100).default(0),
  /** One problem, to see what the settings do: goes first, stays out of the lists, and goes away after a week. */
  dryRun: z.boolean().default(false),
  config: sphereConfigSchema.prefault({}),
});
export type LaunchRun = z.infer<typeof launchRunSchema>;
export type LaunchRunInput = z.input<typeof launchRunSchema>;

import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Verdict } from "@/server/math";
import {
  CALL_STATUSES,
  EVENT_LEVELS,
  PROBLEM_STATUSES,
  RUN_KINDS,
  RUN_STATUSES,
  launchRunSchema,
  type LaunchRun,
} from "@/server/runs/runs.schema";
import {
  CALL_PURPOSES,
  MODEL_ROLES,
  STAGES,
  type ChatMessage,
  type FinishReason,
  type Stage,
} from "@/server/sphere/io";
import {
  BUCKETS,
  CHAIN_ORIGINS,
  PAIR_LEVELS,
  PRUNE_REASONS,
  TERMINAL_KINDS,
  VALUE_KINDS,
  type DiversityReport,
  type GrowthStep,
  type ResamplingControl,
  type ScoringReport,
} from "@/server/sphere/types";
import { millis, parsedJson } from "./columns";
import { models } from "./models";
import { problems, problemSets } from "./problems";

/** What the engines of a run do at this moment; written with each heartbeat. */
export interface RunLive {
  readonly samplesInFlight: number;
  readonly callsWaiting: number;
  /** Over the last seconds, unfinished samples included; null where the engine does not tell. */
  readonly tokensPerSecond: number | null;
}

/** What a run was expected to take, from what its models and method took before. */
export interface RunEstimate {
  readonly generatedTokens: number;
  /** Null where no speed was measured yet. */
  readonly durationMs: number | null;
  /** What the figures stand on, in plain words. */
  readonly basis: string;
}

export const runs = sqliteTable(
  "runs",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    kind: text("kind", { enum: RUN_KINDS }).notNull().default("sphere"),
    status: text("status", { enum: RUN_STATUSES }).notNull(),
    /** Why it is paused, and when it will be tried again, in plain words. */
    statusReason: text("status_reason"),
    /** A pause for an engine that is down ends by itself at this time. */
    retryAt: millis("retry_at"),
    launch: parsedJson("launch", (stored): LaunchRun => launchRunSchema.parse(stored)).notNull(),
    policyModelId: text("policy_model_id")
      .notNull()
      .references(() => models.id),
    smallModelId: text("small_model_id").references(() => models.id),
    scorerModelId: text("scorer_model_id").references(() => models.id),
    /** The run that this one was cloned from. */
    clonedFromId: text("cloned_from_id"),
    problemSetId: text("problem_set_id")
      .notNull()
      .references(() => problemSets.id),
    problemCount: integer("problem_count").notNull(),
    graderVersion: text("grader_version").notNull(),
    promptVersion: text("prompt_version").notNull(),
    /** Whoever holds this id may write to the run; every write names it in its WHERE. */
    leaseId: text("lease_id"),
    leaseExpiresAt: millis("lease_expires_at"),
    /** Null unless a worker is at it. */
    live: text("live", { mode: "json" }).$type<RunLive>(),
    /** Among queued runs: higher first, then the lower rank (a time, until a person moves it), then the older. */
    priority: integer("priority").notNull().default(0),
    queueRank: real("queue_rank"),
    /** What was expected before launch, to stand beside what came. */
    estimate: text("estimate", { mode: "json" }).$type<RunEstimate>(),
    createdAt: millis("created_at").notNull(),
    startedAt: millis("started_at"),
    endedAt: millis("ended_at"),
    /** Milliseconds spent running, over all restarts. */
    activeMs: integer("active_ms").notNull().default(0),
    callCount: integer("call_count").notNull().default(0),
    failedCallCount: integer("failed_call_count").notNull().default(0),
    promptTokens: integer("prompt_tokens").notNull().default(0),
    generatedTokens: integer("generated_tokens").notNull().default(0),
    problemsDone: integer("problems_done").notNull().default(0),
    problemsFailed: integer("problems_failed").notNull().default(0),
    pairCount: integer("pair_count").notNull().default(0),
  },
  (table) => [index("runs_status_idx").on(table.status, table.createdAt)],
);

const runId = () =>
  text("run_id")
    .notNull()
    .references(() => runs.id, { onDelete: "cascade" });
const problemId = () =>
  text("problem_id")
    .notNull()
    .references(() => problems.id);

export const runProblems = sqliteTable(
  "run_problems",
  {
    runId: runId(),
    problemId: problemId(),
    /** Order in which the run takes it. */
    position: integer("position").notNull(),
    status: text("status", { enum: PROBLEM_STATUSES }).notNull(),
    bucket: text("bucket", { enum: BUCKETS }),
    error: text("error"),
    /** The prompt as the policy reads it, chat template and all; training files begin with it. */
    renderedPrompt: text("rendered_prompt"),
    /** Stages whose outcome is stored; a replay after a restart does not store them again. */
    savedStages: text("saved_stages", { mode: "json" }).$type<readonly Stage[]>().notNull(),
    startedAt: millis("started_at"),
    endedAt: millis("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.problemId] }),
    index("run_problems_status_idx").on(table.runId, table.status, table.position),
    index("run_problems_position_idx").on(table.runId, table.position),
  ],
);

/** Chat messages, stored once however many calls send them. */
export const prompts = sqliteTable("prompts", {
  hash: text("hash").primaryKey(),
  messages: text("messages", { mode: "json" }).$type<readonly ChatMessage[]>().notNull(),
});

/** One sample as the journal keeps it. */
export interface JournalSample {
  readonly text: string;
  readonly tokens: number;
  readonly meanLogprob: number | null;
  readonly finish: FinishReason;
}

/** The journal: one row a finished model call; its key makes a repeat impossible. */
export const calls = sqliteTable(
  "calls",
  {
    /** Content id of run, problem, stage, prompt, prefix, sampling parameters and ordinal. */
    id: text("id").primaryKey(),
    runId: runId(),
    problemId: problemId(),
    stage: text("stage", { enum: STAGES }).notNull(),
    purpose: text("purpose", { enum: CALL_PURPOSES }).notNull(),
    role: text("role", { enum: MODEL_ROLES }).notNull(),
    modelId: text("model_id").notNull(),
    promptHash: text("prompt_hash")
      .notNull()
      .references(() => prompts.hash),
    prefix: text("prefix").notNull(),
    depth: integer("depth").notNull(),
    samplesWanted: integer("samples_wanted").notNull(),
    temperature: real("temperature").notNull(),
    topP: real("top_p").notNull(),
    maxTokens: integer("max_tokens").notNull(),
    stop: text("stop", { mode: "json" }).$type<readonly string[]>().notNull(),
    ordinal: integer("ordinal").notNull(),
    status: text("status", { enum: CALL_STATUSES }).notNull(),
    /** Kind and message of a lasting failure of this one call. */
    errorKind: text("error_kind"),
    errorMessage: text("error_message"),
    samples: text("samples", { mode: "json" }).$type<readonly JournalSample[]>().notNull(),
    promptTokens: integer("prompt_tokens").notNull(),
    generatedTokens: integer("generated_tokens").notNull(),
    /** From sending to the last token, retries included. */
    durationMs: integer("duration_ms").notNull(),
    createdAt: millis("created_at").notNull(),
  },
  (table) => [
    index("calls_problem_idx").on(table.runId, table.problemId, table.createdAt),
    index("calls_run_idx").on(table.runId, table.createdAt),
    index("calls_error_idx").on(table.runId, table.status, table.errorKind),
  ],
);

export const chains = sqliteTable(
  "chains",
  {
    id: text("id").primaryKey(),
    runId: runId(),
    problemId: problemId(),
    stage: text("stage", { enum: STAGES }).notNull(),
    origin: text("origin", { enum: CHAIN_ORIGINS }).notNull(),
    role: text("role", { enum: MODEL_ROLES }).notNull(),
    callId: text("call_id")
      .notNull()
      .references(() => calls.id),
    sampleIndex: integer("sample_index").notNull(),
    prefix: text("prefix").notNull(),
    steps: text("steps", { mode: "json" }).$type<readonly string[]>().notNull(),
    terminal: text("terminal", { enum: TERMINAL_KINDS }).notNull(),
    verdict: text("verdict").$type<Verdict>().notNull(),
    extracted: text("extracted"),
    rule: text("rule").notNull(),
    tokens: integer("tokens").notNull(),
    meanLogprob: real("mean_logprob"),
    firstWrongStep: integer("first_wrong_step"),
    /** Order within the problem, so that a page lists them as the method made them. */
    position: integer("position").notNull(),
  },
  (table) => [
    index("chains_problem_idx").on(table.runId, table.problemId, table.position),
    index("chains_call_idx").on(table.callId),
  ],
);

export const treeNodes = sqliteTable(
  "tree_nodes",
  {
    id: text("id").primaryKey(),
    runId: runId(),
    problemId: problemId(),
    parentId: text("parent_id"),
    depth: integer("depth").notNull(),
    step: text("step").notNull(),
    visits: integer("visits").notNull(),
    wins: integer("wins").notNull(),
    value: real("value"),
    terminal: text("terminal", { enum: TERMINAL_KINDS }),
    verdict: text("verdict").$type<Verdict>(),
    chainId: text("chain_id"),
    /** Process score, step reward and reason of pruning, where the search had them. */
    score: real("score"),
    reward: real("reward"),
    pruned: text("pruned", { enum: PRUNE_REASONS }),
    /** The sample that first wrote the step. */
    callId: text("call_id"),
    sampleIndex: integer("sample_index"),
    position: integer("position").notNull(),
  },
  (table) => [index("tree_nodes_problem_idx").on(table.runId, table.problemId, table.position)],
);

export const corrections = sqliteTable(
  "corrections",
  {
    id: text("id").primaryKey(),
    runId: runId(),
    problemId: problemId(),
    wrongChainId: text("wrong_chain_id")
      .notNull()
      .references(() => chains.id),
    callId: text("call_id")
      .notNull()
      .references(() => calls.id),
    sampleIndex: integer("sample_index").notNull(),
    claimedStep: integer("claimed_step"),
    explanation: text("explanation"),
    reply: text("reply").notNull(),
    chainId: text("chain_id").references(() => chains.id),
    accepted: integer("accepted", { mode: "boolean" }).notNull(),
    refusedBy: text("refused_by"),
    position: integer("position").notNull(),
  },
  (table) => [
    index("corrections_problem_idx").on(table.runId, table.problemId, table.position),
    index("corrections_wrong_chain_idx").on(table.wrongChainId),
    index("corrections_chain_idx").on(table.chainId),
    index("corrections_call_idx").on(table.callId),
  ],
);

export const pairs = sqliteTable(
  "pairs",
  {
    id: text("id").primaryKey(),
    runId: runId(),
    problemId: problemId(),
    stage: text("stage", { enum: STAGES }).notNull(),
    level: text("level", { enum: PAIR_LEVELS }).notNull(),
    /** What is asked, where it is not the plain problem; rendered as the policy reads it. */
    prompt: text("prompt", { mode: "json" }).$type<readonly ChatMessage[]>(),
    renderedPrompt: text("rendered_prompt"),
    prefix: text("prefix").notNull(),
    prefixSteps: integer("prefix_steps").notNull(),
    chosen: text("chosen").notNull(),
    rejected: text("rejected").notNull(),
    chosenChainId: text("chosen_chain_id")
      .notNull()
      .references(() => chains.id),
    rejectedChainId: text("rejected_chain_id")
      .notNull()
      .references(() => chains.id),
    correctionId: text("correction_id").references(() => corrections.id),
    firstWrongStep: integer("first_wrong_step"),
    qChosen: real("q_chosen").notNull(),
    qRejected: real("q_rejected").notNull(),
    margin: real("margin").notNull(),
    rollouts: integer("rollouts").notNull(),
    similarity: real("similarity").notNull(),
    rejectedTruncated: integer("rejected_truncated", { mode: "boolean" }).notNull(),
    valuedBy: text("valued_by", { enum: VALUE_KINDS }).notNull().default("rollouts"),
    hinted: integer("hinted", { mode: "boolean" }).notNull().default(false),
    position: integer("position").notNull(),
    createdAt: millis("created_at").notNull(),
  },
  (table) => [
    index("pairs_run_idx").on(table.runId, table.stage),
    index("pairs_problem_idx").on(table.runId, table.problemId, table.position),
    index("pairs_chosen_chain_idx").on(table.chosenChainId),
    index("pairs_rejected_chain_idx").on(table.rejectedChainId),
    index("pairs_correction_idx").on(table.correctionId),
  ],
);

/** Candidate pairs that a rule dropped, counted by stage and rule. */
export const pairDrops = sqliteTable(
  "pair_drops",
  {
    runId: runId(),
    problemId: problemId(),
    stage: text("stage", { enum: STAGES }).notNull(),
    rule: text("rule").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.problemId, table.stage, table.rule] })],
);

/** How a stage went on one problem: the tree's growth, and what it measured. */
export const stageReports = sqliteTable(
  "stage_reports",
  {
    runId: runId(),
    problemId: problemId(),
    stage: text("stage", { enum: STAGES }).notNull(),
    growth: text("growth", { mode: "json" }).$type<readonly GrowthStep[]>().notNull(),
    scoring: text("scoring", { mode: "json" }).$type<ScoringReport>(),
    control: text("control", { mode: "json" }).$type<ResamplingControl>(),
    diversity: text("diversity", { mode: "json" }).$type<DiversityReport>(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.problemId, table.stage] })],
);

/** Verified solutions of rejection-sampling runs, for supervised training. */
export const demonstrations = sqliteTable(
  "demonstrations",
  {
    id: text("id").primaryKey(),
    runId: runId(),
    problemId: problemId(),
    chainId: text("chain_id")
      .notNull()
      .references(() => chains.id),
    completion: text("completion").notNull(),
    position: integer("position").notNull(),
    createdAt: millis("created_at").notNull(),
  },
  (table) => [
    index("demonstrations_problem_idx").on(table.runId, table.problemId, table.position),
    index("demonstrations_chain_idx").on(table.chainId),
  ],
);

/** Measurements of given texts, kept by content: the same model is never asked the same twice, by any run. */
export const measurements = sqliteTable("measurements", {
  /** Content id of model (id and file hash), kind and what was measured. */
  id: text("id").primaryKey(),
  modelId: text("model_id").notNull(),
  kind: text("kind", { enum: ["step-scores", "labels", "likelihood"] }).notNull(),
  /** Null: the engine failed on this one lastingly; `error` says how. */
  values: text("values", { mode: "json" }).$type<readonly number[]>(),
  error: text("error"),
  createdAt: millis("created_at").notNull(),
});

/** Tokens a second of a run as its worker measured them, unfinished samples included. */
export const runRates = sqliteTable(
  "run_rates",
  {
    runId: runId(),
    at: millis("at").notNull(),
    tokensPerSecond: real("tokens_per_second").notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.at] })],
);

/** What a person sees live is a tail of this table, by id. */
export const runEvents = sqliteTable(
  "run_events",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    runId: runId(),
    at: millis("at").notNull(),
    level: text("level", { enum: EVENT_LEVELS }).notNull(),
    /** Noun-verb: `run-started`, `problem-finished`, `call-failed` ... */
    kind: text("kind").notNull(),
    problemId: text("problem_id"),
    message: text("message").notNull(),
    data: text("data", { mode: "json" }).$type<Readonly<Record<string, unknown>>>(),
  },
  (table) => [index("run_events_run_idx").on(table.runId, table.id)],
);

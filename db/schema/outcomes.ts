import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Verdict } from "@/server/math";
import { MODEL_ROLES, STAGES, type ChatMessage } from "@/server/sphere/io";
import {
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
import { calls } from "./calls";
import { millis } from "./columns";
import { problemId, runId } from "./runs";

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

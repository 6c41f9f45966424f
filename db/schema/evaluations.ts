import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import {
  ITEM_STATUSES,
  PASS_NAMES,
  PRESET_NAMES,
  protocolSchema,
  type Protocol,
} from "@/server/evaluations/evaluations.schema";
import { evaluationScoreSchema, type EvaluationScore } from "@/server/evaluations/score.schema";
import { EVENT_LEVELS } from "@/server/jobs/jobs.schema";
import { prompts } from "./calls";
import { callColumns, jobColumns, millis, parsedJson } from "./columns";
import { models } from "./models";
import { problemSets } from "./problems";
import { problemId } from "./runs";

/** What a model was when it was evaluated; its entry may be changed or removed later. */
export interface EvaluatedModel {
  readonly name: string;
  /** Content id of file or address (`modelIdentity`). */
  readonly identity: string;
  readonly engine: string;
  readonly fileSha256: string | null;
  readonly remoteName: string | null;
  /** Where the chat template came from, as the probe found it. */
  readonly chatTemplate: string | null;
}

/** One model on one benchmark, or on a seeded part of it, under one protocol. */
export const evaluations = sqliteTable(
  "evaluations",
  {
    id: text("id").primaryKey(),
    ...jobColumns(),
    modelId: text("model_id")
      .notNull()
      .references(() => models.id),
    model: text("model", { mode: "json" }).$type<EvaluatedModel>().notNull(),
    problemSetId: text("problem_set_id")
      .notNull()
      .references(() => problemSets.id),
    /** SHA-256 of all items of the benchmark in order, when this was launched. */
    benchmarkSha256: text("benchmark_sha256").notNull(),
    /** Problems of the benchmark then. */
    benchmarkSize: integer("benchmark_size").notNull(),
    /** Problems taken; equal to the size for the whole benchmark. */
    itemCount: integer("item_count").notNull(),
    /** Seed of the choice; null where the whole benchmark was taken. */
    subsetSeed: integer("subset_seed"),
    /** SHA-256 of the items taken, in order: numbers over different items are never ranked together. */
    itemsSha256: text("items_sha256").notNull(),
    preset: text("preset", { enum: PRESET_NAMES }).notNull(),
    protocol: parsedJson("protocol", (stored): Protocol => protocolSchema.parse(stored)).notNull(),
    /** The prompt of a placeholder problem as the model reads it, chat template and all; known once it was opened. */
    renderedPrompt: text("rendered_prompt"),
    /** Grader and rules in force at launch; newer verdicts stand beside the old ones. */
    graderVersion: text("grader_version").notNull(),
    /** A newer grader whose verdicts a person asked for; null when there is nothing left to re-score. */
    rescoreTo: text("rescore_to"),
    /** Among queued evaluations: higher first, then the older. */
    priority: integer("priority").notNull().default(0),
    /** Launched together: several models or benchmarks of one form. */
    batchId: text("batch_id").notNull(),
    createdBy: text("created_by"),
    createdAt: millis("created_at").notNull(),
    itemsDone: integer("items_done").notNull().default(0),
    itemsFailed: integer("items_failed").notNull().default(0),
  },
  (table) => [
    index("evaluations_status_idx").on(table.status, table.createdAt),
    index("evaluations_model_idx").on(table.modelId, table.problemSetId),
  ],
);

const evaluationId = () =>
  text("evaluation_id")
    .notNull()
    .references(() => evaluations.id, { onDelete: "cascade" });

export const evaluationItems = sqliteTable(
  "evaluation_items",
  {
    evaluationId: evaluationId(),
    problemId: problemId(),
    /** Order in which it is taken, from 0: the benchmark's own, or the order of the seeded choice. */
    position: integer("position").notNull(),
    status: text("status", { enum: ITEM_STATUSES }).notNull(),
    error: text("error"),
    endedAt: millis("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.evaluationId, table.problemId] }),
    index("evaluation_items_status_idx").on(table.evaluationId, table.status, table.position),
    index("evaluation_items_problem_idx").on(table.problemId),
  ],
);

/** The journal: one row a finished model call; its key makes a repeat impossible. */
export const evaluationCalls = sqliteTable(
  "evaluation_calls",
  {
    /** Content id of evaluation, problem, pass and first sample. */
    id: text("id").primaryKey(),
    evaluationId: evaluationId(),
    problemId: problemId(),
    pass: text("pass", { enum: PASS_NAMES }).notNull(),
    /** 0-based number, within the pass, of the first sample of this call. */
    firstSample: integer("first_sample").notNull(),
    promptHash: text("prompt_hash")
      .notNull()
      .references(() => prompts.hash),
    ...callColumns(),
  },
  (table) => [
    index("evaluation_calls_problem_idx").on(table.evaluationId, table.problemId),
    /** Calls with an answer that was cut off, found without reading texts. */
    index("evaluation_calls_truncated_idx")
      .on(table.evaluationId, table.pass, table.problemId)
      .where(sql`instr(samples, '"finish":"length"') > 0`),
  ],
);

/** What a grader said of one sample; another version adds rows and changes none. */
export const evaluationVerdicts = sqliteTable(
  "evaluation_verdicts",
  {
    callId: text("call_id")
      .notNull()
      .references(() => evaluationCalls.id, { onDelete: "cascade" }),
    /** 0-based place in the call's samples. */
    sampleIndex: integer("sample_index").notNull(),
    graderVersion: text("grader_version").notNull(),
    evaluationId: evaluationId(),
    problemId: problemId(),
    verdict: text("verdict").notNull(),
    extracted: text("extracted"),
    rule: text("rule").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.callId, table.sampleIndex, table.graderVersion] }),
    index("evaluation_verdicts_idx").on(table.evaluationId, table.graderVersion, table.problemId),
  ],
);

/** The numbers of an evaluation under one grader, made anew whenever what they stand on changes. */
export const evaluationScores = sqliteTable(
  "evaluation_scores",
  {
    evaluationId: evaluationId(),
    graderVersion: text("grader_version").notNull(),
    score: parsedJson("score", (stored): EvaluationScore => evaluationScoreSchema.parse(stored)).notNull(),
    computedAt: millis("computed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.evaluationId, table.graderVersion] })],
);

/** Append-only: what people said of an answer on which graders disagree. The newest row counts, for every model alike. */
export const answerRulings = sqliteTable(
  "answer_rulings",
  {
    id: text("id").primaryKey(),
    problemId: problemId(),
    /** The answer as the grader extracted it; where it found none, the one response (`answerKey` of regrade). */
    answer: text("answer").notNull(),
    /** Null takes an earlier ruling back. */
    correct: integer("correct", { mode: "boolean" }),
    reason: text("reason").notNull(),
    actorId: text("actor_id").notNull(),
    at: millis("at").notNull(),
  },
  (table) => [index("answer_rulings_problem_idx").on(table.problemId, table.at)],
);

/** What a person sees live is a tail of this table, by id. */
export const evaluationEvents = sqliteTable(
  "evaluation_events",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    evaluationId: evaluationId(),
    at: millis("at").notNull(),
    level: text("level", { enum: EVENT_LEVELS }).notNull(),
    /** Noun-verb: `evaluation-started`, `call-failed` ... */
    kind: text("kind").notNull(),
    problemId: text("problem_id"),
    message: text("message").notNull(),
  },
  (table) => [index("evaluation_events_idx").on(table.evaluationId, table.id)],
);

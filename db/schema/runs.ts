import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { PROBLEM_STATUSES, RUN_KINDS, launchRunSchema, type LaunchRun } from "@/server/runs/runs.schema";
import { EVENT_LEVELS } from "@/server/jobs/jobs.schema";
import type { Stage } from "@/server/sphere/io";
import { BUCKETS } from "@/server/sphere/types";
import { jobColumns, millis, parsedJson } from "./columns";
import { models } from "./models";
import { problems, problemSets } from "./problems";

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
    ...jobColumns(),
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
    /** Among queued runs: higher first, then the lower rank (a time, until a person moves it), then the older. */
    priority: integer("priority").notNull().default(0),
    queueRank: real("queue_rank"),
    /** What was expected before launch, to stand beside what came. */
    estimate: text("estimate", { mode: "json" }).$type<RunEstimate>(),
    createdAt: millis("created_at").notNull(),
    problemsDone: integer("problems_done").notNull().default(0),
    problemsFailed: integer("problems_failed").notNull().default(0),
    pairCount: integer("pair_count").notNull().default(0),
  },
  (table) => [index("runs_status_idx").on(table.status, table.createdAt)],
);

/** Columns of every table that belongs to a run, and to a problem of it. */
export const runId = () =>
  text("run_id")
    .notNull()
    .references(() => runs.id, { onDelete: "cascade" });
export const problemId = () =>
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

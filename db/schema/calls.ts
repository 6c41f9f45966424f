import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CALL_PURPOSES, MODEL_ROLES, STAGES, type ChatMessage } from "@/server/sphere/io";
import { callColumns, millis } from "./columns";
import { problemId, runId } from "./runs";

/** Chat messages, stored once however many calls send them. */
export const prompts = sqliteTable("prompts", {
  hash: text("hash").primaryKey(),
  messages: text("messages", { mode: "json" }).$type<readonly ChatMessage[]>().notNull(),
});

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
    stop: text("stop", { mode: "json" }).$type<readonly string[]>().notNull(),
    ordinal: integer("ordinal").notNull(),
    ...callColumns(),
  },
  (table) => [
    index("calls_problem_idx").on(table.runId, table.problemId, table.createdAt),
    index("calls_run_idx").on(table.runId, table.createdAt),
    index("calls_error_idx").on(table.runId, table.status, table.errorKind),
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

import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Calibration } from "@/server/models/embedded/calibration.schema";
import { MODEL_KINDS, MODEL_STATUSES, type Capabilities } from "@/server/models/models.schema";
import { millis } from "./columns";

export const models = sqliteTable("models", {
  /** Catalogue id for catalogue models, else generated. */
  id: text("id").primaryKey(),
  name: text("name").notNull().unique(),
  kind: text("kind", { enum: MODEL_KINDS }).notNull(),
  status: text("status", { enum: MODEL_STATUSES }).notNull(),
  /** Plain-word reason and fix when the status is not `ready`. */
  statusDetail: text("status_detail"),
  /** GGUF path for embedded models. */
  filePath: text("file_path"),
  fileBytes: integer("file_bytes"),
  fileSha256: text("file_sha256"),
  licence: text("licence"),
  /** Base URL and model name for `openai`; `api_key` never leaves the server. */
  baseUrl: text("base_url"),
  remoteName: text("remote_name"),
  apiKey: text("api_key"),
  /** Further servers with the same model; calls are spread over all of them. */
  replicas: text("replicas", { mode: "json" }).$type<readonly string[]>(),
  /** The llama-server program, where the app starts one itself and it is not on the path. */
  binaryPath: text("binary_path"),
  /** Script of the test double. */
  script: text("script"),
  /** Requests at once for servers; null lets the dispatcher find it. */
  maxConcurrency: integer("max_concurrency"),
  downloadedBytes: integer("downloaded_bytes").notNull().default(0),
  /** The best layout of the embedded engine for this file on this machine. */
  calibration: text("calibration", { mode: "json" }).$type<Calibration>(),
  capabilities: text("capabilities", { mode: "json" }).$type<Capabilities>(),
  /** The model that this one was trained from, and in which round (base: null); checkpoints make a family. */
  parentModelId: text("parent_model_id"),
  round: integer("round"),
  /** Runs whose pairs trained it. */
  trainedOnRunIds: text("trained_on_run_ids", { mode: "json" }).$type<readonly string[]>(),
  createdAt: millis("created_at").notNull(),
});

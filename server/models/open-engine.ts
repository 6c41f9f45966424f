import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import type { Env } from "@/server/foundation/env";
import type { Logger } from "@/server/foundation/logger";
import { calibratedLayout } from "./calibrated-layout";
import { openEmbeddedEngine, type EmbeddedOptions } from "./embedded/embedded-engine";
import { EngineError, type Engine } from "./engine";
import { findLlamaServer } from "./llama-server/find-llama-server";
import { openLlamaServer } from "./llama-server/llama-server-engine";
import { llamaServerLog } from "./llama-server-log";
import { LLAMA_SERVER_PARALLEL, type ModelKind } from "./models.schema";
import { updateModel, type ModelRow } from "./models.repo";
import { openServer } from "./openai/open-server";
import { openPrm } from "./prm/open-prm";
import { databaseAnswerBook } from "./scripted/answer-book";
import { createScriptedEngine } from "./scripted/scripted-engine";
import { statusAfter } from "./status-after";

export interface OpenEngineDeps {
  readonly db: Db;
  readonly env: Pick<Env, "modelsDir">;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Measures the best layout of an embedded model at its first use, up to half a minute; off for tests. */
  readonly calibrate?: boolean;
  /** Layout of embedded engines, where it should follow neither from a measurement nor from the machine. */
  readonly embedded?: Omit<EmbeddedOptions, "file" | "logger" | "bytes">;
}

/**
 * Opens the engine of a model's row, and writes on the row whether that worked.
 * @throws EngineError when it cannot be opened; the message says what to do
 */
export async function openEngine(row: ModelRow, deps: OpenEngineDeps): Promise<Engine> {
  try {
    const engine = await openers[row.kind](row, deps);
    updateModel(deps.db, row.id, { status: "ready", statusDetail: null });
    return engine;
  } catch (error) {
    if (error instanceof EngineError && row.status !== "downloading")
      updateModel(deps.db, row.id, statusAfter(row, error));
    throw error;
  }
}

const openers: Readonly<
  Record<ModelKind, (row: ModelRow, deps: OpenEngineDeps) => Engine | Promise<Engine>>
> = {
  scripted: (row, { db, clock }) =>
    createScriptedEngine(row.script ?? "default", { answerOf: databaseAnswerBook(db), clock }),
  "llama-server": async (row, { db, env, clock, logger }) => {
    if (row.filePath === null) throw new EngineError("model-missing", `${row.name} has no file.`);
    const { binary } = await findLlamaServer({ binaryPath: row.binaryPath });
    const engine = await openLlamaServer({
      binary,
      file: row.filePath,
      parallel: row.maxConcurrency ?? LLAMA_SERVER_PARALLEL,
      logFile: llamaServerLog(env.modelsDir, row.id),
      clock,
      logger,
    });
    updateModel(db, row.id, { capabilities: engine.capabilities });
    return engine;
  },
  prm: async (row, { db, clock }) => {
    const engine = await openPrm(row, clock);
    updateModel(db, row.id, { capabilities: engine.capabilities });
    return engine;
  },
  embedded: async (row, deps) => {
    if (row.filePath === null) throw notDownloaded(row);
    const layout = deps.embedded ?? (await calibratedLayout(row, deps));
    return openEmbeddedEngine({ ...layout, file: row.filePath, bytes: row.fileBytes, logger: deps.logger });
  },
  openai: async (row, { db, clock }) => {
    const engine = await openServer(row, clock);
    if (row.capabilities !== engine.capabilities)
      updateModel(db, row.id, { capabilities: engine.capabilities });
    return engine;
  },
};

function notDownloaded(row: ModelRow): EngineError {
  const message = `${row.name} is not downloaded. Start its download on the Models page.`;
  return new EngineError("model-missing", message);
}

import type { Db } from "@/db/client";
import type { models } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import type { Logger } from "@/server/foundation/logger";
import { EngineError, type Engine } from "./engine";
import { openEmbeddedEngine, type EmbeddedOptions } from "./embedded/embedded-engine";
import type { ModelKind } from "./models.schema";
import { databaseAnswerBook } from "./scripted/answer-book";
import { createScriptedEngine } from "./scripted/scripted-engine";

export type ModelRow = typeof models.$inferSelect;

export interface OpenEngineDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Layout of embedded engines, where it should not follow from the machine. */
  readonly embedded?: Omit<EmbeddedOptions, "file" | "logger">;
}

/**
 * Opens the engine of a model's row.
 * @throws EngineError when it cannot be opened; the message says what to do
 */
export async function openEngine(row: ModelRow, deps: OpenEngineDeps): Promise<Engine> {
  return openers[row.kind](row, deps);
}

const openers: Readonly<
  Record<ModelKind, (row: ModelRow, deps: OpenEngineDeps) => Engine | Promise<Engine>>
> = {
  scripted: (row, { db, clock }) =>
    createScriptedEngine(row.script ?? "default", { answerOf: databaseAnswerBook(db), clock }),
  embedded: (row, { embedded, logger }) => {
    if (row.filePath === null) throw notDownloaded(row);
    return openEmbeddedEngine({ ...embedded, file: row.filePath, logger });
  },
  openai: (row) => {
    throw new EngineError("unreachable", `${row.name} is a server; its adapter is not part of this build.`);
  },
};

function notDownloaded(row: ModelRow): EngineError {
  const message = `${row.name} is not downloaded. Start its download on the Models page.`;
  return new EngineError("model-missing", message);
}

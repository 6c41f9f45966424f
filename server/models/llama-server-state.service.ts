import fs from "node:fs/promises";
import path from "node:path";
import { isProcessAlive } from "@/server/foundation/process-alive";
import { AppError } from "@/server/foundation/errors";
import { EngineError } from "./engine";
import { findLlamaServer } from "./llama-server/find-llama-server";
import { lastLines } from "./llama-server/log-file";
import { llamaServerLog } from "./llama-server-log";
import type { ModelsContext } from "./models-context";
import { requireModel } from "./models.service";

export interface LlamaServerFound {
  /** The program that would be started, and its own word for its version. */
  readonly program: { readonly binary: string; readonly version: string } | null;
  /** Why there is none, and what to do. */
  readonly fault: string | null;
}

export interface LlamaServerState extends LlamaServerFound {
  /** Whether a worker has it running now. */
  readonly running: boolean;
  /** The last lines that it printed; "" where it has not been started yet. */
  readonly log: string;
}

/** Looks for llama-server on this machine. */
export async function findProgram(binaryPath: string | null = null): Promise<LlamaServerFound> {
  try {
    return { program: await findLlamaServer({ binaryPath }), fault: null };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { program: null, fault: error.message };
  }
}

/**
 * How a managed llama-server stands: its program, its process, what it printed last.
 * @throws AppError `invalid-input` for a model of another kind
 */
export async function llamaServerState(ctx: ModelsContext, id: string): Promise<LlamaServerState> {
  const row = requireModel(ctx, id);
  if (row.kind !== "llama-server")
    throw new AppError("invalid-input", `${row.name} is no llama-server of the app.`, { field: "id" });
  const logFile = llamaServerLog(ctx.env.modelsDir, id);
  const [found, running, log] = await Promise.all([
    findProgram(row.binaryPath),
    isRunning(logFile),
    lastLines(logFile),
  ]);
  return { ...found, running, log };
}

/** A started server is noted beside its log by the number of its process. */
async function isRunning(logFile: string): Promise<boolean> {
  const start = `${path.basename(logFile)}.`;
  const names = await fs.readdir(path.dirname(logFile)).catch(() => []);
  return names
    .filter((name) => name.startsWith(start) && name.endsWith(".pid"))
    .some((name) => isProcessAlive(Number(name.slice(start.length, -".pid".length))));
}

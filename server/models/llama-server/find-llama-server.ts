/**
 * `server/models/llama-server` owns a llama.cpp server that the app starts for one GGUF file and ends again: finding the program,
 * its process, and the engine over it. It speaks to it through `server/models/openai`, and never imports runs.
 */
import { execFile } from "node:child_process";
import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { childEnvironment } from "@/server/foundation/env";
import { errorMessage } from "@/server/foundation/errors";
import { EngineError } from "../engine";

const PROGRAM = process.platform === "win32" ? "llama-server.exe" : "llama-server";
const VERSION_MS = 30_000;

export interface LlamaServerProgram {
  readonly binary: string;
  /** As it says itself, such as `6099 (5ff1b3a)`; `unknown` where it does not say. */
  readonly version: string;
}

export interface FindOptions {
  /** The program, or a folder that holds it; where nobody said, it is looked for on the search path. */
  readonly binaryPath?: string | null;
  /** Folders to look in; the process's own search path unless given. */
  readonly searchPath?: string;
}

/** @throws EngineError `model-missing` where there is no such program, or it does not run; the message says what to do */
export async function findLlamaServer(options: FindOptions = {}): Promise<LlamaServerProgram> {
  const binary = await locate(options);
  try {
    const { stdout, stderr } = await promisify(execFile)(binary, ["--version"], { timeout: VERSION_MS });
    return { binary, version: /version:\s*(.+)/.exec(`${stderr}\n${stdout}`)?.[1]?.trim() ?? "unknown" };
  } catch (cause) {
    const message = `${binary} does not run: ${errorMessage(cause)}. Give the path of a llama-server that runs on this machine.`;
    throw new EngineError("model-missing", message, { cause });
  }
}

async function locate({ binaryPath, searchPath }: FindOptions): Promise<string> {
  const given = binaryPath ?? "";
  if (given !== "") {
    const folder = await stat(/* turbopackIgnore: true */ given).then(
      (found) => found.isDirectory(),
      () => false,
    );
    const binary = path.resolve(folder ? path.join(given, PROGRAM) : given);
    if (await isProgram(binary)) return binary;
    throw new EngineError(
      "model-missing",
      `There is no program at ${binary}. Correct the path of llama-server.`,
    );
  }
  const folders = (searchPath ?? childEnvironment({})["PATH"] ?? "").split(path.delimiter);
  for (const folder of folders.filter((one) => one !== "")) {
    const binary = path.join(folder, PROGRAM);
    if (await isProgram(binary)) return binary;
  }
  throw new EngineError(
    "model-missing",
    "llama-server is not on this machine's search path. Install llama.cpp, or give the path of its llama-server.",
  );
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

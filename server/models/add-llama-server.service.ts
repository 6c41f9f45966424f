import { AppError } from "@/server/foundation/errors";
import { checkFile, insertNew } from "./add-models.service";
import { checkLineage } from "./check-lineage";
import { EngineError } from "./engine";
import { findLlamaServer } from "./llama-server/find-llama-server";
import { findProgram } from "./llama-server-state.service";
import type { ModelView } from "./model-view";
import type { ModelsContext } from "./models-context";
import type { AddLlamaServer } from "./models.schema";
import { requireModel } from "./models.service";

/**
 * Adds a llama-server that the worker starts when a run first uses it: for a GGUF file by its path, or for the file of a model of
 * the list. Where there is no llama-server on the machine yet, the entry says how to get one.
 * @throws AppError that names the field: no such file, a model without one, no such program
 */
export async function addLlamaServer(ctx: ModelsContext, input: AddLlamaServer): Promise<ModelView> {
  const { name, fileOf = "", binaryPath = "", parallel } = input;
  const origin = checkLineage(ctx.db, null, input.lineage ?? null);
  const file = fileOf === "" ? await checkFile(input.path ?? "") : fileOfModel(ctx, fileOf);
  const program = await checkProgram(binaryPath);
  const { fault } = await findProgram(program);
  return insertNew(ctx, {
    name,
    kind: "llama-server",
    status: fault === null ? "ready" : "unreachable",
    statusDetail: fault,
    ...file,
    ...origin,
    binaryPath: program,
    maxConcurrency: parallel,
  });
}

function fileOfModel(
  ctx: ModelsContext,
  id: string,
): { filePath: string; fileBytes: number | null; fileSha256: string | null; licence: string | null } {
  const { name, filePath, fileBytes, fileSha256, licence, status } = requireModel(ctx, id);
  if (filePath !== null && status === "ready") return { filePath, fileBytes, fileSha256, licence };
  const fix = "Download it first, or give the path of another file.";
  throw new AppError("invalid-input", `${name} has no file that is ready.`, { field: "fileOf", fix });
}

/**
 * The program's path, or null for the one that the worker finds by itself. A folder stands for the program in it.
 * @throws AppError at the field `binaryPath` where it is none, or does not run
 */
export async function checkProgram(given: string): Promise<string | null> {
  if (given.trim() === "") return null;
  try {
    return (await findLlamaServer({ binaryPath: given.trim() })).binary;
  } catch (cause) {
    if (!(cause instanceof EngineError)) throw cause;
    const fix = "Leave the field empty to have it looked for.";
    throw new AppError("invalid-input", cause.message, { field: "binaryPath", fix, cause });
  }
}

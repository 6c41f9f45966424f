import path from "node:path";
import { AppError } from "@/server/foundation/errors";
import { newId } from "@/server/foundation/ids";
import { checkAddress, checkReplicas } from "./check-address";
import { checkGgufHeader } from "./embedded/gguf-file";
import { EngineError } from "./engine";
import { checkLineage } from "./check-lineage";
import { viewOf, type ModelView } from "./model-view";
import type { ModelsContext } from "./models-context";
import { findModelByName, insertModel, type NewModel } from "./models.repo";
import type { AddEmbedded, AddOpenAi, AddPrm, AddScripted } from "./models.schema";
import { testModel } from "./test-model.service";

/**
 * Adds a GGUF file where it lies. Its header is checked now; its weights are read when a run first uses it.
 * @throws AppError `invalid-input` for a file that is not there or not GGUF
 */
export async function addEmbedded(
  ctx: ModelsContext,
  { name, path: given, lineage }: AddEmbedded,
): Promise<ModelView> {
  const origin = checkLineage(ctx.db, null, lineage ?? null);
  const file = await checkFile(given);
  return insertNew(ctx, { name, kind: "embedded", status: "ready", ...file, ...origin });
}

/** @throws AppError `invalid-input` at the field `path` */
export async function checkFile(given: string): Promise<{ filePath: string; fileBytes: number }> {
  const filePath = path.resolve(given);
  const fileBytes = await checkGgufHeader(filePath).catch((error: unknown) => {
    if (!(error instanceof EngineError)) throw error;
    const fix = "Give the path of a GGUF file on the machine that runs the app.";
    throw new AppError("invalid-input", error.message, { field: "path", fix, cause: error });
  });
  return { filePath, fileBytes };
}

/**
 * Adds a server, or several with the same model, and probes each at once. What does not answer is kept all the same, marked
 * unreachable with the reason: it may be started later.
 */
export async function addOpenAi(ctx: ModelsContext, input: AddOpenAi): Promise<ModelView> {
  const { name, remoteName, apiKey = "", maxConcurrency = null } = input;
  const origin = checkLineage(ctx.db, null, input.lineage ?? null);
  const baseUrl = checkAddress("baseUrl", input.baseUrl);
  const replicas = checkReplicas(baseUrl, input.replicas ?? []);
  const server = { baseUrl, remoteName, apiKey: apiKey === "" ? null : apiKey, maxConcurrency, replicas };
  const { id } = insertNew(ctx, { name, kind: "openai", status: "unreachable", ...server, ...origin });
  return (await testModel(ctx, id)).model;
}

/** Adds a process reward model, and has it score a solution at once; kept like a server where it does not answer. */
export async function addPrm(ctx: ModelsContext, input: AddPrm): Promise<ModelView> {
  const { name, remoteName, apiKey = "", maxConcurrency = null } = input;
  const baseUrl = checkAddress("baseUrl", input.baseUrl);
  const server = { baseUrl, remoteName, apiKey: apiKey === "" ? null : apiKey, maxConcurrency };
  const { id } = insertNew(ctx, { name, kind: "prm", status: "unreachable", ...server });
  return (await testModel(ctx, id)).model;
}

export function addScripted(ctx: ModelsContext, { name, script }: AddScripted): ModelView {
  return insertNew(ctx, { name, kind: "scripted", status: "ready", script });
}

/** @throws AppError `conflict` where the name is taken */
export function insertNew({ db, clock }: ModelsContext, row: Omit<NewModel, "id" | "createdAt">): ModelView {
  if (findModelByName(db, row.name) !== null) throw nameTaken(row.name);
  const now = clock.now();
  return viewOf(insertModel(db, { ...row, id: newId("model", now), createdAt: now }));
}

export function nameTaken(name: string): AppError {
  const fix = "Choose another name.";
  return new AppError("conflict", `There is already a model named ${name}.`, { field: "name", fix });
}

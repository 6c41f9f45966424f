import path from "node:path";
import { AppError } from "@/server/foundation/errors";
import { newId } from "@/server/foundation/ids";
import { checkGgufHeader } from "./embedded/gguf-file";
import { EngineError } from "./engine";
import { viewOf, type ModelView } from "./model-view";
import type { ModelsContext } from "./models-context";
import { findModelByName, insertModel, type NewModel } from "./models.repo";
import type { AddEmbedded, AddOpenAi, AddScripted } from "./models.schema";
import { connectionTo } from "./openai/connection";
import { testServer } from "./test-model.service";

/**
 * Adds a GGUF file where it lies. Its header is checked now; its weights are read when a run first uses it.
 * @throws AppError `invalid-input` for a file that is not there or not GGUF
 */
export async function addEmbedded(
  ctx: ModelsContext,
  { name, path: given }: AddEmbedded,
): Promise<ModelView> {
  const filePath = path.resolve(given);
  const fileBytes = await checkGgufHeader(filePath).catch((error: unknown) => {
    if (!(error instanceof EngineError)) throw error;
    const fix = "Give the path of a GGUF file on the machine that runs the app.";
    throw new AppError("invalid-input", error.message, { field: "path", fix, cause: error });
  });
  return insert(ctx, { name, kind: "embedded", status: "ready", filePath, fileBytes });
}

/**
 * Adds a server and probes it at once. One that does not answer is kept all the same, marked unreachable with the reason: it
 * may be started later.
 */
export async function addOpenAi(ctx: ModelsContext, input: AddOpenAi): Promise<ModelView> {
  const { name, baseUrl, remoteName, apiKey = "", maxConcurrency = null } = input;
  const key = apiKey === "" ? null : apiKey;
  if (connectionTo(baseUrl, remoteName, key) === null) {
    const fix = "Give an address such as http://127.0.0.1:8000/v1.";
    throw new AppError("invalid-input", `"${baseUrl}" is not an http or https address.`, {
      field: "baseUrl",
      fix,
    });
  }
  const server = { baseUrl, remoteName, apiKey: key, maxConcurrency };
  const { id } = insert(ctx, { name, kind: "openai", status: "unreachable", ...server });
  return (await testServer(ctx, id)).model;
}

export function addScripted(ctx: ModelsContext, { name, script }: AddScripted): ModelView {
  return insert(ctx, { name, kind: "scripted", status: "ready", script });
}

function insert({ db, clock }: ModelsContext, row: Omit<NewModel, "id" | "createdAt">): ModelView {
  if (findModelByName(db, row.name) !== null) {
    const fix = "Choose another name.";
    throw new AppError("conflict", `There is already a model named ${row.name}.`, { field: "name", fix });
  }
  const now = clock.now();
  return viewOf(insertModel(db, { ...row, id: newId("model", now), createdAt: now }));
}

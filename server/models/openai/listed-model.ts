import { EngineError } from "../engine";
import type { ServerDialect } from "../models.schema";
import type { Connection } from "./connection";
import type { HttpClient } from "./http";
import { isRefusal } from "./render-prompt";
import { modelsAnswer } from "./wire";

export interface ListedModel {
  readonly dialect: ServerDialect;
  readonly contextTokens: number | null;
  readonly note: string | null;
}

/**
 * What `/v1/models` says; a server without it is taken as it is.
 * @throws EngineError `model-missing` that names the models that there are
 */
export async function listedModel(
  { http, connection }: { readonly http: HttpClient; readonly connection: Connection },
  signal: AbortSignal,
): Promise<ListedModel> {
  const unknown = { dialect: "openai", contextTokens: null } as const;
  const list = await http
    .call({ url: `${connection.api}/models`, schema: modelsAnswer, signal })
    .catch((error: unknown) => {
      if (isRefusal(error)) return null;
      throw error;
    });
  if (list === null) return { ...unknown, note: "The server does not list its models." };
  const names = list.data.map(({ id }) => id);
  const model = list.data.find(({ id }) => id === connection.model);
  // llama-server answers under any name.
  const owner = (model ?? list.data[0])?.owned_by ?? "";
  const dialect: ServerDialect = owner === "vllm" ? "vllm" : owner === "llamacpp" ? "llama-server" : "openai";
  if (model === undefined && dialect !== "llama-server" && names.length > 0) {
    const message = `The server has no model "${connection.model}". It has: ${names.slice(0, 20).join(", ")}.`;
    throw new EngineError("model-missing", message);
  }
  const about = model ?? list.data[0];
  return { dialect, contextTokens: about?.max_model_len ?? about?.meta?.n_ctx_train ?? null, note: null };
}

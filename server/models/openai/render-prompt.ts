import type { ChatMessage } from "@/server/sphere/io";
import { renderChatMl } from "../chatml";
import { EngineError } from "../engine";
import type { ServerDialect } from "../models.schema";
import type { Connection } from "./connection";
import type { HttpClient } from "./http";
import { applyTemplateAnswer, detokenizeAnswer, tokenizeAnswer } from "./wire";

export interface RenderedPrompt {
  readonly text: string;
  readonly origin: "from-server" | "chatml-assumed";
}

export interface RenderDeps {
  readonly http: HttpClient;
  readonly connection: Connection;
  readonly dialect: ServerDialect;
}

/**
 * The conversation as the model reads it, up to where the assistant's turn starts: by llama-server's template path, or by
 * vLLM's tokens there and back; ChatML where the server has neither.
 */
export async function renderOnServer(
  deps: RenderDeps,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): Promise<RenderedPrompt> {
  try {
    const text = await askServer(deps, messages, signal);
    if (text !== null) return { text, origin: "from-server" };
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  return { text: renderChatMl(messages), origin: "chatml-assumed" };
}

async function askServer(
  { http, connection, dialect }: RenderDeps,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): Promise<string | null> {
  const { root, model } = connection;
  if (dialect === "llama-server") {
    const call = { url: `${root}/apply-template`, body: { messages }, schema: applyTemplateAnswer, signal };
    return (await http.call(call)).prompt;
  }
  if (dialect !== "vllm") return null;
  const toTokens = { model, messages, add_generation_prompt: true };
  const { tokens } = await http.call({
    url: `${root}/tokenize`,
    body: toTokens,
    schema: tokenizeAnswer,
    signal,
  });
  const toText = { model, tokens };
  return (await http.call({ url: `${root}/detokenize`, body: toText, schema: detokenizeAnswer, signal }))
    .prompt;
}

/** The server answered, but cannot do this. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof EngineError &&
    ["bad-request", "not-the-api", "bad-response", "model-missing", "server-error"].includes(error.kind)
  );
}

import type { GenerateRequest } from "../engine";
import type { Capabilities } from "../models.schema";

const CONTINUE = "Continue exactly where you stopped. Write only what follows, and repeat nothing.";

/** What a body depends on beyond the request. */
export interface BodyOptions {
  readonly model: string;
  readonly capabilities: Pick<Capabilities, "prefixMode" | "logprobs" | "dialect">;
}

/** Body for `/v1/chat/completions`, with the prefix continued in the way that the server understands. */
export function chatBody(request: GenerateRequest, { model, capabilities }: BodyOptions): object {
  const { prefixMode, logprobs, dialect } = capabilities;
  const settings = { model, ...sampling(request, dialect), ...(logprobs ? { logprobs: true } : {}) };
  const { messages, prefix } = request;
  if (prefix === "") return { ...settings, messages };
  const begun = [...messages, { role: "assistant", content: prefix }];
  if (prefixMode === "ask-to-continue")
    return { ...settings, messages: [...begun, { role: "user", content: CONTINUE }] };
  if (prefixMode !== "continue-final-message") return { ...settings, messages: begun };
  return { ...settings, messages: begun, add_generation_prompt: false, continue_final_message: true };
}

/** Body for `/v1/completions`; `prompt` is the rendered conversation without the prefix. */
export function completionsBody(
  request: GenerateRequest,
  prompt: string,
  { model, capabilities }: BodyOptions,
): object {
  return {
    model,
    prompt: prompt + request.prefix,
    ...sampling(request, capabilities.dialect),
    ...(capabilities.logprobs ? { logprobs: 1 } : {}),
  };
}

function sampling({ sampling: s, n, seed }: GenerateRequest, dialect: Capabilities["dialect"]): object {
  return {
    temperature: s.temperature,
    top_p: s.topP,
    max_tokens: s.maxTokens,
    n,
    ...(s.stop.length === 0 ? {} : { stop: s.stop }),
    // A per-request seed kills vLLM on CPU: never one that nobody asked for.
    ...(seed === undefined ? {} : { seed }),
    ...NEUTRAL[dialect],
  };
}

/**
 * Settings that servers otherwise take from the model's files or their own defaults, at the values that do nothing. A repeat
 * penalty punishes repeated digits.
 */
const NEUTRAL: Readonly<Record<Capabilities["dialect"], object>> = {
  vllm: { repetition_penalty: 1, top_k: -1, min_p: 0 },
  "llama-server": { repeat_penalty: 1, top_k: 0, min_p: 0, cache_prompt: true },
  openai: {},
};

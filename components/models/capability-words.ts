import type { Capabilities, PrefixMode } from "@/server/models/models.schema";

const PREFIX_WORDS: Readonly<Record<PrefixMode, string>> = {
  "continue-final-message": "continues a given start byte for byte (the server's own option)",
  "assistant-prefill": "continues a given start byte for byte (by prefilling the answer)",
  completions: "continues a given start byte for byte (plain completions)",
  "ask-to-continue": "cannot continue a given start; the model is asked to go on, which costs quality",
};

const TEMPLATE_WORDS: Readonly<Record<Capabilities["chatTemplate"], string>> = {
  "from-model": "chat template read from the model's file",
  "from-server": "chat template applied by the server",
  "chatml-assumed": "no chat template shown: ChatML is assumed",
};

const SERVER_WORDS: Readonly<Record<Capabilities["dialect"], string>> = {
  vllm: "vLLM",
  "llama-server": "llama-server",
  openai: "speaks the OpenAI protocol",
};

export interface CapabilityLine {
  readonly key: string;
  readonly words: string;
}

/** What the probe of a model found, in plain words, the most telling first. */
export function capabilityLines(found: Capabilities): CapabilityLine[] {
  const context = {
    key: "Context",
    words:
      found.contextTokens === null
        ? "length not told"
        : `${found.contextTokens.toLocaleString("en-GB")} tokens`,
  };
  const server = { key: "Server", words: SERVER_WORDS[found.dialect] };
  if (found.stepScores) {
    const words = "a value from 0 to 1 for every step of a solution; it writes no text";
    return [server, { key: "Step scores", words }, context];
  }
  return [
    server,
    { key: "Prefix", words: PREFIX_WORDS[found.prefixMode] },
    {
      key: "Samples",
      words: found.samplesPerRequest
        ? "several in one request"
        : "one a request; several are asked side by side",
    },
    { key: "Log-probabilities", words: found.logprobs ? "given" : "not given" },
    {
      key: "Likelihood",
      words: found.likelihood
        ? "of a given text: told"
        : "of a given text: not told, so what depends on it is left out",
    },
    {
      key: "Labels",
      words: found.labels
        ? "probability of each: told, so it can judge steps"
        : "probability of each: not told, so it cannot judge steps",
    },
    { key: "Step scores", words: "none: it is no process reward model" },
    context,
    { key: "Template", words: TEMPLATE_WORDS[found.chatTemplate] },
  ];
}

import { z } from "zod";

export const MODEL_KINDS = ["embedded", "openai", "scripted"] as const;
/** A GGUF file run inside the worker; a server that speaks the OpenAI protocol; the deterministic test double. */
export type ModelKind = (typeof MODEL_KINDS)[number];

export const MODEL_STATUSES = [
  "not-downloaded",
  "downloading",
  "ready",
  "damaged",
  "missing",
  "unreachable",
] as const;
export type ModelStatus = (typeof MODEL_STATUSES)[number];

/** How a server can be made to continue a given text (method 1.3-1.4). */
export const PREFIX_MODES = [
  "continue-final-message",
  "assistant-prefill",
  "completions",
  "ask-to-continue",
] as const;
export type PrefixMode = (typeof PREFIX_MODES)[number];

/** What the probe of a model found. */
export const capabilitiesSchema = z.object({
  probedAt: z.number(),
  prefixMode: z.enum(PREFIX_MODES),
  samplesPerRequest: z.boolean(),
  logprobs: z.boolean(),
  contextTokens: z.number().int().positive().nullable(),
  chatTemplate: z.enum(["from-model", "from-server", "chatml-assumed"]),
  notes: z.array(z.string()),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

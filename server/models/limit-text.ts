import type { FinishReason, SamplingParameters } from "@/server/sphere/io";
import { firstStop } from "./first-stop";
import { isRunaway } from "./runaway";
import { wellFormed } from "./well-formed";

/** Length of a token in characters, where no tokenizer is at hand. */
const CHARS_PER_TOKEN = 4;

export interface LimitedText {
  readonly text: string;
  readonly tokens: number;
  readonly finish: FinishReason;
}

/** Ends a raw text where an engine would have: at a stop text, at the token limit, or as a runaway. */
export function limitText(raw: string, { stop, maxTokens }: SamplingParameters): LimitedText {
  const limit = maxTokens * CHARS_PER_TOKEN;
  const stopAt = firstStop(raw, stop);
  const cut = raw.slice(0, Math.min(limit, stopAt ?? raw.length));
  const text = wellFormed(cut);
  const tokens = Math.max(1, Math.ceil(text.length / CHARS_PER_TOKEN));
  if (isRunaway(text)) return { text, tokens, finish: "runaway" };
  if (stopAt !== null && stopAt <= limit) return { text, tokens, finish: "stop-text" };
  return { text, tokens, finish: raw.length > limit ? "length" : "end-of-turn" };
}

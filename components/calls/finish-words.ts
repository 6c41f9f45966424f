import type { FinishReason } from "@/server/sphere/io";

/** Why a sample ended. */
export const FINISH_WORDS: Readonly<Record<FinishReason, string>> = {
  "end-of-turn": "the model ended its turn",
  "stop-text": "reached a stop text",
  length: "reached the token limit",
  runaway: "cut: it repeated itself",
};

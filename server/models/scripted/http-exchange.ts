import type { ScriptName } from "../models.schema";
import type { AnswerBook } from "./answer-book";

/** Whose server the double is like. */
export type Personality = "vllm" | "llama-server" | "chat-only";

export interface AnswerOptions {
  readonly script: ScriptName;
  readonly personality: Personality;
  readonly answerOf: AnswerBook;
  readonly model: string;
  /** Whether a last turn of the assistant is gone on with; `--no-prefill-assistant` of llama-server turns it off. */
  readonly prefill: boolean;
  /** Whether plain completions repeat their prompt with its log-probabilities when asked to. */
  readonly echo: boolean;
}

export interface Asked {
  readonly path: string;
  readonly body: unknown;
  /** Equal keys get equal samples. */
  readonly key: string;
}

export interface Reply {
  readonly status: number;
  readonly body: object;
}

import type { FinishReason } from "@/server/sphere/io";
import { EngineError, type GenerateRequest, type GenerateResult, type Generation } from "../engine";
import { firstStop } from "../first-stop";
import { isRunaway } from "../runaway";
import { wellFormed } from "../well-formed";
import type { WireAnswer, WireChoice } from "./wire";

/** Length of a token in characters, where the server counts none. */
const CHARS_PER_TOKEN = 4;

/** @throws EngineError `bad-response` when there are fewer samples than were asked for */
export function readAnswer(answer: WireAnswer, request: GenerateRequest): GenerateResult {
  const { choices } = answer;
  if (choices.length < request.n) {
    const message = `The server gave ${choices.length} samples instead of ${request.n}.`;
    throw new EngineError("bad-response", message);
  }
  const length = request.messages.reduce((sum, { content }) => sum + content.length, request.prefix.length);
  return {
    generations: choices.slice(0, request.n).map((choice) => readChoice(choice, answer, request)),
    promptTokens: answer.promptTokens ?? Math.ceil(length / CHARS_PER_TOKEN),
  };
}

function readChoice(choice: WireChoice, answer: WireAnswer, request: GenerateRequest): Generation {
  const { stop } = request.sampling;
  // llama-server answers a prefilled turn with the whole turn; so does a model that was asked to go on and starts over.
  const repeats = request.prefix !== "" && choice.text.startsWith(request.prefix);
  const raw = wellFormed(repeats ? choice.text.slice(request.prefix.length) : choice.text);
  const stopAt = firstStop(raw, stop);
  const text = stopAt === null ? raw : raw.slice(0, stopAt);
  return {
    text,
    tokens: tokensOf(choice, answer),
    meanLogprob: mean(choice.logprobs),
    finish: stopAt === null ? finishOf(choice, text, stop) : "stop-text",
  };
}

/** Servers that do not say what stopped a text are taken to have met a stop text where one was given. */
function finishOf(choice: WireChoice, text: string, stop: readonly string[]): FinishReason {
  if (isRunaway(text)) return "runaway";
  if (choice.finishReason === "length") return "length";
  if (typeof choice.stopReason === "string" && stop.includes(choice.stopReason)) return "stop-text";
  return choice.stopReason === undefined && stop.length > 0 ? "stop-text" : "end-of-turn";
}

/**
 * `usage` counts the samples of a request together, and llama-server only one of them; log-probabilities are told of each, but by
 * llama-server not of the tokens that a stop text was made of.
 */
function tokensOf(choice: WireChoice, { choices, completionTokens }: WireAnswer): number {
  if (completionTokens !== null && choices.length === 1) return completionTokens;
  if (choice.logprobs !== null) return choice.logprobs.length;
  return Math.ceil(choice.text.length / CHARS_PER_TOKEN);
}

function mean(values: readonly number[] | null): number | null {
  return values === null ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

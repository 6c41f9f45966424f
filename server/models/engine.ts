/**
 * `server/models` owns everything that answers a prompt: engines, their capability probe, the catalogue of
 * files, and the dispatcher that keeps an engine full. It imports foundation, math and db, and only *types*
 * of `sphere/io`; it never knows what a run is.
 */
import type { ChatMessage, FinishReason, SamplingParameters } from "@/server/sphere/io";

export interface GenerateRequest {
  /** Journal key of the call: the same key is the same request, also after a retry or a restart. */
  readonly key: string;
  readonly messages: readonly ChatMessage[];
  /** Start of the assistant's turn, continued byte for byte. */
  readonly prefix: string;
  readonly n: number;
  readonly sampling: SamplingParameters;
  /** Sent only when a person asked for it: it crashes vLLM on CPU. */
  readonly seed?: number;
}

export interface Generation {
  /** The continuation alone, without `prefix` and without stop text; always well-formed Unicode. */
  readonly text: string;
  readonly tokens: number;
  readonly meanLogprob: number | null;
  readonly finish: FinishReason;
}

export interface GenerateResult {
  readonly generations: readonly Generation[];
  readonly promptTokens: number;
}

export interface LikelihoodRequest {
  readonly messages: readonly ChatMessage[];
  /** Start of the assistant's turn, given and not counted. */
  readonly prefix: string;
  /** The text whose likelihood is asked; it follows `prefix` byte for byte. */
  readonly text: string;
}

export interface Likelihood {
  /** Mean natural-log probability per token of the text under the model as it is (temperature 1, no nucleus). */
  readonly meanLogprob: number;
  /** Tokens of the text. */
  readonly tokens: number;
}

export interface LabelRequest {
  readonly messages: readonly ChatMessage[];
  readonly prefix: string;
  /** Texts of which the model is to write one next; told apart by their first token. */
  readonly labels: readonly string[];
}

export interface StepScoreRequest {
  readonly statement: string;
  readonly steps: readonly string[];
}

/** One model that can be asked. Safe for many calls at once. */
export interface Engine {
  /** Sequences that it decodes at the same time; the dispatcher's first limit. */
  readonly sequences: number;
  /**
   * For servers, whose width nobody tells: the dispatcher looks for the best number of samples in flight, up to
   * this many. Absent where `sequences` is exact.
   */
  readonly maxSequences?: number;
  /**
   * @param onSample called for each sample that is finished before the others, where the engine can tell
   * @throws EngineError, whose `kind` says whether to retry, to give up on this request, or to pause the run.
   */
  generate(request: GenerateRequest, signal: AbortSignal, onSample?: () => void): Promise<GenerateResult>;
  /**
   * Asks at little cost whether calls would be answered; absent where only a call can tell.
   * @throws EngineError where not
   */
  check?(signal: AbortSignal): Promise<void>;
  /** Likelihood of a given text; absent where the engine cannot tell. */
  likelihood?(request: LikelihoodRequest, signal: AbortSignal): Promise<Likelihood>;
  /**
   * Probability in [0, 1] of each label as the next text, in the order of `labels`, over all labels together (they sum to 1);
   * absent where the engine cannot tell.
   * @throws EngineError `bad-response` where the model gives none of the labels any weight
   */
  labelProbabilities?(request: LabelRequest, signal: AbortSignal): Promise<readonly number[]>;
  /** Values in [0, 1] of every step of each path, in the order of the requests; only process reward models have it. */
  scoreSteps?(
    requests: readonly StepScoreRequest[],
    signal: AbortSignal,
  ): Promise<readonly (readonly number[])[]>;
  /** Prompt text that the model reads for `messages` up to where the assistant's turn starts (for training files). */
  renderPrompt(messages: readonly ChatMessage[]): Promise<string>;
  /** Tokens generated since it was opened, those of unfinished samples too; absent where the engine does not tell. */
  generatedTokens?(): number;
  close(): Promise<void>;
}

export const ENGINE_ERROR_KINDS = [
  "unreachable",
  "overloaded",
  "server-error",
  "timeout",
  "not-the-api",
  "bad-response",
  "bad-request",
  "context-too-long",
  "model-missing",
  "model-damaged",
] as const;
/**
 * `overloaded` (429, 503), `server-error` and `timeout` are tried again; `unreachable`, `not-the-api` (HTML,
 * say), `model-missing` and `model-damaged` pause the run with the reason; `bad-response`, `bad-request` and
 * `context-too-long` are the outcome of that one call.
 */
export type EngineErrorKind = (typeof ENGINE_ERROR_KINDS)[number];

export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly kind: EngineErrorKind;
  /** Milliseconds that the server asked to wait (Retry-After), if it did. */
  readonly retryAfterMs: number | undefined;

  constructor(
    kind: EngineErrorKind,
    message: string,
    options: { retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs;
  }
}

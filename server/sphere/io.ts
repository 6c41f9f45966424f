/**
 * `server/sphere` owns the method (arXiv 2503.04813 and the systems it builds on) as pure functions of a
 * problem and an injected `io`. It imports `server/math` and itself; it never does IO, reads a clock or draws
 * random numbers of its own. In a run `io` is the journal (`server/runs`); in a test it is scripted.
 */
import type { Verdict } from "@/server/math";

export const STAGES = ["self-generation", "self-correction", "diversity-induction"] as const;
/** The paper's three stages. */
export type Stage = (typeof STAGES)[number];

export const MODEL_ROLES = ["policy", "small", "scorer"] as const;
/**
 * Which model of a run answers: the policy that is to be trained, the smaller one of stage 3, or the one that
 * scores steps (a process reward model, or a judge).
 */
export type ModelRole = (typeof MODEL_ROLES)[number];

export const CALL_PURPOSES = [
  "solve",
  "expand",
  "rollout",
  "locate",
  "reflect",
  "critique",
  "repair",
  "luck-check",
  "resample",
] as const;
/** Why a call is made; shown beside it on every page. */
export type CallPurpose = (typeof CALL_PURPOSES)[number];

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface SamplingParameters {
  readonly temperature: number;
  /** Nucleus mass in (0, 1]. */
  readonly topP: number;
  /** Most tokens to generate for one sample. */
  readonly maxTokens: number;
  /** Generation ends before the first of these; the stop text is not part of the sample. */
  readonly stop: readonly string[];
}

export interface SampleRequest {
  readonly stage: Stage;
  readonly purpose: CallPurpose;
  readonly role: ModelRole;
  readonly messages: readonly ChatMessage[];
  /** Text that the assistant's turn already holds; the sample continues it byte for byte. "" at the root. */
  readonly prefix: string;
  /** Steps in `prefix`: deeper work is served first, since its KV cache is hot. */
  readonly depth: number;
  /** Independent samples wanted. */
  readonly n: number;
  readonly sampling: SamplingParameters;
  /** How many samples of this same prompt, prefix and sampling this problem asked for before: tells repeats apart. */
  readonly ordinal: number;
}

export const FINISH_REASONS = ["end-of-turn", "stop-text", "length", "runaway"] as const;
/**
 * Why generation ended: the model's end token, a stop text, the token limit, or the engine cut a text that
 * repeated itself without end.
 */
export type FinishReason = (typeof FINISH_REASONS)[number];

/** Where a text came from: the `index`-th sample of one journalled call. */
export interface SampleRef {
  readonly callId: string;
  readonly index: number;
}

export interface Sample {
  readonly ref: SampleRef;
  readonly text: string;
  /** Generated tokens. */
  readonly tokens: number;
  /** Mean natural-log probability per token under the sampling model, or null where the engine does not say. */
  readonly meanLogprob: number | null;
  readonly finish: FinishReason;
}

/** A process reward model's value of every step of one path. Gives one number in [0, 1] a step. */
export interface StepScoresRequest {
  readonly kind: "step-scores";
  readonly statement: string;
  readonly steps: readonly string[];
}

/** Probability of each label as the next text, over all labels. Gives one number in [0, 1] a label. */
export interface LabelsRequest {
  readonly kind: "labels";
  readonly role: ModelRole;
  readonly messages: readonly ChatMessage[];
  readonly labels: readonly string[];
}

/** The policy's likelihood of a given text. Gives one number: the mean natural-log probability a token. */
export interface TextLikelihoodRequest {
  readonly kind: "likelihood";
  readonly messages: readonly ChatMessage[];
  readonly prefix: string;
  readonly text: string;
}

/** A question about a given text that generates nothing. */
export type MeasureRequest = StepScoresRequest | LabelsRequest | TextLikelihoodRequest;

export const SCORER_MODEL_KINDS = ["prm", "judge"] as const;
/** What a run's scorer model is: a process reward model, or a model that is asked for a verdict. */
export type ScorerModelKind = (typeof SCORER_MODEL_KINDS)[number];

/** What the method asks of the world for one problem. */
export interface SphereIo {
  /**
   * Exactly `n` samples, in a fixed order. A call that the engine answers with a lasting failure of this one
   * request (context too long, garbage) gives fewer, down to none; the failure is journalled.
   */
  sample(request: SampleRequest): Promise<readonly Sample[]>;
  /**
   * Answers in the order of the requests; null where the engine cannot tell or failed on that one. Kept by
   * content: the same text is measured once, whoever asks.
   */
  measure(requests: readonly MeasureRequest[]): Promise<readonly (readonly number[] | null)[]>;
  /** Grades a whole response against the problem's reference answer. */
  grade(response: string): Grade;
  /** A content id: equal parts give the equal id, within this problem of this run. */
  id(kind: "chain" | "node" | "correction" | "pair" | "demonstration", parts: readonly string[]): string;
}

export interface Grade {
  readonly verdict: Verdict;
  /** The answer that was read, or null. */
  readonly extracted: string | null;
  /** Id of the grading rule that decided. */
  readonly rule: string;
}

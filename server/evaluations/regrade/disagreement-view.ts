import type { PassName } from "../evaluations.schema";
import type { DifferingAnswer } from "./group-differing";

/** What somebody ruled of an answer. */
export interface RulingView {
  /** Null: an earlier ruling was taken back. */
  readonly correct: boolean | null;
  readonly reason: string;
  readonly actorName: string | null;
  readonly at: number;
}

/** An answer on which graders differ, as the list shows it. */
export interface DisagreementItem extends Omit<DifferingAnswer, "samples"> {
  readonly benchmark: { readonly id: string; readonly name: string };
  /** The problem's id in its source. */
  readonly externalId: string;
  /** Models that gave it, and how often. */
  readonly models: number;
  readonly samples: number;
  /** What stands; null where nobody ruled or it was taken back. */
  readonly ruling: (RulingView & { readonly correct: boolean }) | null;
}

/** What one grader said of it, in how many samples. */
export interface SaidOfAnswer {
  readonly graderVersion: string;
  readonly verdict: string;
  readonly extracted: string | null;
  readonly rule: string;
  readonly samples: number;
}

/** A response that gives the answer. */
export interface ResponseView {
  readonly evaluationId: string;
  readonly modelId: string;
  readonly modelName: string;
  readonly callId: string;
  /** 0-based place in the call's samples. */
  readonly sampleIndex: number;
  readonly pass: PassName;
  /** 0-based number within the pass. */
  readonly number: number;
  readonly text: string;
}

/** An answer on which graders differ, with all that a person needs to settle it. */
export interface DisagreementView extends DisagreementItem {
  readonly statement: string;
  /** The answer that responses are compared with; null where none is fit for it. */
  readonly reference: string | null;
  /** The newest grader first. */
  readonly said: readonly SaidOfAnswer[];
  /** The first few; `samples` is the whole number. */
  readonly responses: readonly ResponseView[];
  /** Answers that a ruling is about: also those on which no graders differ. */
  readonly appliesTo: { readonly samples: number; readonly models: number };
  /** Every ruling on it, the newest first. */
  readonly history: readonly RulingView[];
}

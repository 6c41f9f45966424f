import type { RuleId } from "./rules";

/**
 * Stored with every verdict. Raise it whenever a verdict, an extracted answer or a rule id can change,
 * so that old labels are never mistaken for new ones.
 */
export const GRADER_VERSION = "1.1.0";

/** What grading one response ended with; `describeVerdict` has the plain words. */
export type Verdict = "correct" | "incorrect" | "no-answer" | "unparsable" | "timeout" | "bad-reference";

export interface GradeOptions {
  /** Largest allowed absolute difference between two numbers. Default: none beyond the rounding rule. */
  readonly tolerance?: number;
  /** The unit that a benchmark keeps apart from its reference, such as `cm^2` or `degrees`. */
  readonly unit?: string;
  /** `true`: the order never matters, even in a tuple. `false`: it matters in bare lists too. Default: tuples ordered, lists free. */
  readonly orderFree?: boolean;
  /** What the reference is known to be. `expression`: letters are variables, never units. */
  readonly kind?: "integer" | "numeric" | "expression";
  /** Take the last number of the working when a response states no answer. Default: false. */
  readonly lastNumber?: boolean;
}

/** An answer found in a response: `response.slice(start, end)` is the passage it was read from. */
export interface Extraction {
  readonly answer: string;
  readonly rule: RuleId;
  readonly start: number;
  readonly end: number;
}

/** Whether two answers are the same, by which rule; or why that was left open. */
export type Comparison =
  | { readonly equal: boolean; readonly rule: RuleId }
  | { readonly equal: "undecided"; readonly reason: UndecidedReason };

export type UndecidedReason =
  | "empty-reference"
  | "candidate-unreadable"
  | "reference-unreadable"
  | "out-of-budget"
  | "units-conflict"
  | "base-missing"
  | "not-comparable"
  | "too-close";

export interface Grade {
  readonly verdict: Verdict;
  readonly extracted: string | null;
  /** The rule that decided, or the extraction rule followed by the reason it stayed open. */
  readonly rule: string;
}

/**
 * `server/evaluations/scoring` turns graded answers into the numbers of an evaluation. Pure: it reads no database, no
 * clock, and draws chance from a seed that it is given. It imports math, statistics and the seeded stream of foundation;
 * never repositories, services or db.
 */

/** One graded answer of a model. */
export interface AnswerResult {
  readonly correct: boolean;
  /** The answer as the grader read it; null where it found none. */
  readonly extracted: string | null;
  readonly noAnswer: boolean;
  /** Cut off at the answer length limit. */
  readonly truncated: boolean;
  /** Generated tokens. */
  readonly tokens: number;
}

/** What a model answered to one item. A pass that is not in the protocol is null; a failed call leaves answers out. */
export interface ItemAnswers {
  readonly problemId: string;
  readonly greedy: readonly AnswerResult[] | null;
  readonly sampled: readonly AnswerResult[] | null;
  readonly failed: boolean;
}

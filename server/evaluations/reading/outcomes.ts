import type { ItemStatus } from "../evaluations.schema";
import type { ItemOutcome } from "./reading.schema";

/** What the grader said of one item's answers, counted. */
export interface ItemTally {
  readonly problemId: string;
  readonly position: number;
  readonly status: ItemStatus;
  /** Answers that have a verdict. */
  readonly answers: number;
  readonly right: number;
  readonly noAnswer: number;
  /** Its reference is known to be bad, so that the numbers leave it out. */
  readonly leftOut: boolean;
  readonly truncated: boolean;
  readonly gradersDiffer: boolean;
}

/**
 * Every outcome of an item, the first of them the one that decides its place: left out, open, right, mixed or wrong.
 * @param expected answers that the protocol asks of each item; what a failed item lacks of them counts as wrong
 */
export function outcomesOf(tally: ItemTally, expected: number): readonly ItemOutcome[] {
  return [
    standing(tally, expected),
    ...(tally.noAnswer > 0 ? (["no-answer"] as const) : []),
    ...(tally.truncated ? (["truncated"] as const) : []),
    ...(tally.status === "failed" ? (["failed"] as const) : []),
    ...(tally.gradersDiffer ? (["graders-differ"] as const) : []),
  ];
}

function standing({ answers, right, leftOut, status }: ItemTally, expected: number): ItemOutcome {
  if (leftOut) return "left-out";
  if (answers < expected && status !== "failed") return "open";
  if (right === 0) return "wrong";
  return right >= expected ? "right" : "mixed";
}

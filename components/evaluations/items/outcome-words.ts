import type { ItemOutcome } from "@/server/evaluations/reading/reading.schema";

/** An outcome as a choice of the filter; "answers" are those of the passes looked at. */
export const OUTCOME_WORDS: Readonly<Record<ItemOutcome, string>> = {
  right: "right: every answer",
  mixed: "mixed: some answers right",
  wrong: "wrong: no answer right",
  "no-answer": "an answer is missing",
  truncated: "an answer was cut off",
  failed: "a call failed",
  "graders-differ": "graders differ",
  "left-out": "left out: bad reference",
  open: "not done yet",
};

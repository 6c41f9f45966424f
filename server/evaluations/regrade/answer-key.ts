import { sha256 } from "@/server/foundation/ids";

const NONE = "none:";

/** What a ruling looks at of one sample. */
export interface RuledSample {
  readonly problemId: string;
  /** The answer as the grader in question read it. */
  readonly extracted: string | null;
  /** The whole response. */
  readonly text: string;
}

/**
 * What a ruling on a sample is about, among the rulings of its problem. An answer that was found is that answer, whoever gave
 * it. Where none was found there is nothing to be right or wrong but the response itself: one key for all would
 * make every truncated response right with the first.
 */
export function answerKey({ extracted, text }: Pick<RuledSample, "extracted" | "text">): string {
  return extracted ?? `${NONE}${sha256(text)}`;
}

/** Whether a key is of a response in which no answer was found. */
export function isOfNoAnswer(key: string): boolean {
  return key.length === NONE.length + 64 && key.startsWith(NONE);
}

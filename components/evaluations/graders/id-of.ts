import type { Disagreement } from "./types";

/** Tells one answer of one problem from all others. */
export function idOf({ problemId, answer }: Pick<Disagreement, "problemId" | "answer">): string {
  return `${problemId}/${answer}`;
}

import type { ChatMessage } from "@/server/sphere/io";

/** What the judge may answer. */
export const CHOICE_LABELS = ["A", "B"] as const;

interface Compared {
  readonly statement: string;
  /** What was asked, where it is not the plain problem. */
  readonly prompt: readonly ChatMessage[] | null;
  /** Whole chains, steps both were given included. */
  readonly a: string;
  readonly b: string;
}

/**
 * Asks which of two solutions is the better one. The judge does not see the reference answer: whoever reviews does, and
 * wants another opinion than the answer's.
 */
export function compareMessages({ statement, prompt, a, b }: Compared): readonly ChatMessage[] {
  const asked = prompt?.findLast(({ role }) => role === "user")?.content ?? statement;
  const content =
    `Problem: ${asked}\n\nSolution A:\n${a.trim()}\n\nSolution B:\n${b.trim()}\n\n` +
    "Which solution is better: right, and right in every step?\nReply with one letter, A or B.";
  return [{ role: "user", content }];
}

/**
 * The probability that the chosen chain is the better one, over both orders, since models prefer the first or the second of
 * two options whatever they say. Null unless both orders were answered.
 * @param chosenFirst probabilities of A and B with the chosen chain as A
 * @param chosenSecond the same with the chosen chain as B
 */
export function preferenceOf(
  chosenFirst: readonly number[] | null,
  chosenSecond: readonly number[] | null,
): number | null {
  const [first, second] = [chosenFirst?.[0], chosenSecond?.[1]];
  return first === undefined || second === undefined ? null : (first + second) / 2;
}

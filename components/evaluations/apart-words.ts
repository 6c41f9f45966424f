import type { ApartPart } from "@/server/evaluations/apart.schema";

/** What differs, as it stands after "other": "items". */
const APART_WORDS: Readonly<Record<ApartPart, string>> = {
  items: "items",
  prompt: "prompt",
  sampling: "sampling",
  "max-tokens": "token limit",
  grader: "grader",
};

/** `other items, other grader`: why two numbers are not ranked together; empty where nothing differs. */
export function apartWords(parts: readonly ApartPart[]): string {
  return parts.map((part) => `other ${APART_WORDS[part]}`).join(", ");
}

import { mentions } from "./leaks";

/** Longest run of words that is read as one value: "one hundred and forty two". */
const MAX_WORDS = 5;
const VALUES = [
  /\d+(?:,\d{3})*(?:\.\d+)?/g,
  /\\[dt]?frac\{[^{}]*\}\{[^{}]*\}/g,
  /\$([^$]+)\$/g,
  /\\\((.+?)\\\)/g,
];
const EDGES = /^[^\p{L}\p{N}\\-]+|[^\p{L}\p{N}}%]+$/gu;

/**
 * Whether a critique by one who knows the reference answer gives it away: names it as it stands, or holds a number,
 * a formula or a few words that the grader takes for it. It counts, too, where the problem itself has the same
 * value: better a critique lost than an answer told.
 */
export function tellsAnswer(
  critique: string,
  referenceAnswer: string,
  isRightAnswer: (answer: string) => boolean,
): boolean {
  if (mentions(critique, referenceAnswer) !== null) return true;
  const values = VALUES.flatMap((pattern) =>
    [...critique.matchAll(pattern)].map(([all, inner]) => inner ?? all),
  );
  const words = critique.split(/\s+/).filter(Boolean);
  const runs = words.flatMap((_, from) =>
    Array.from({ length: MAX_WORDS }, (__, more) => words.slice(from, from + more + 1).join(" ")),
  );
  const candidates = new Set([...values, ...runs].map((text) => text.replace(EDGES, "")));
  return [...candidates].some((candidate) => candidate !== "" && isRightAnswer(candidate));
}

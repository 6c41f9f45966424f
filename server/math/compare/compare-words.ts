import type { Comparison } from "../verdict";

/** `It is Saturday` and `The graph is a hyperbola` state their last words. */
const STATES = /^(?:it|this|that|the [a-z]{1,12}) (?:is|was) (?!not\b|no\b)(?=\w)/i;

/** Two answers in words: the same but for case, spaces, punctuation and a leading article. */
export function compareWords(reference: string, candidate: string): Comparison {
  const a = plainWords(reference);
  const b = plainWords(/\bis\b/.test(reference) ? candidate : candidate.replace(STATES, ""));
  // A single letter may be a variable, where the case counts.
  if (a.length === 1 && a === b && /[A-Z]/.test(reference) !== /[A-Z]/.test(candidate))
    return { equal: false, rule: "other-words" };
  if (a !== "" && a === b) return { equal: true, rule: "same-words" };
  return { equal: false, rule: "other-words" };
}

function plainWords(text: string): string {
  const words = text
    .replaceAll(/\\[lc]?dots(?![a-zA-Z])|\.{3,}/g, " … ")
    .replaceAll(/\\(?:text|textbf|mathrm|mbox|textit|textnormal|operatorname)\s*(?=\{)/g, " ")
    .replaceAll(/\\[ ,;:!]|\\quad|[{}$\\~*_"';!?]|[.,:](?!\d)|(?<!\d)[.,:]/g, " ")
    .replaceAll(text.includes("dots") || text.includes("...") ? "," : "\0", " ")
    .toLowerCase()
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/g, "$1")
    .replaceAll(/\b(?:real )?solutions?\b/g, "solution")
    .replace(/\binfinitely many solution\b/, "infinitely many")
    .replaceAll(/\band\b|&/g, " ")
    .replace(/^\s*(?:the )?(?:limit )?does not exist\s*$/, "dne")
    .replaceAll(/\s+/g, " ")
    .trim();
  // Letters of a multiple choice question are a set.
  if (/^[a-z](?: [a-z])+$/.test(words)) return words.split(" ").toSorted().join(" ");
  return words.replace(/^(?:the|an?) (?=.)/, "").replace(/^there (?:is|are) (?=no )/, "");
}

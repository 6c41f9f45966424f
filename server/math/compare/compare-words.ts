import type { Comparison } from "../verdict";

/** Two answers in words: the same but for case, spaces, punctuation and a leading article. */
export function compareWords(reference: string, candidate: string): Comparison {
  const [a, b] = [plainWords(reference), plainWords(candidate)];
  if (a !== "" && a === b) return { equal: true, rule: "same-words" };
  return { equal: false, rule: "other-words" };
}

function plainWords(text: string): string {
  const words = text
    .replaceAll(/\\(?:text|textbf|mathrm|mbox|textit|textnormal|operatorname)\s*(?=\{)/g, " ")
    .replaceAll(/\\[ ,;:!]|\\quad|[{}$\\~*_"'.,;:!?]/g, " ")
    .toLowerCase()
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/g, "$1")
    .replaceAll(/\bsolutions\b/g, "solution")
    .replaceAll(/\band\b|&/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  // Letters of a multiple choice question are a set.
  if (/^[a-z](?: [a-z])+$/.test(words)) return words.split(" ").toSorted().join(" ");
  return words.replace(/^(?:the|an?) (?=.)/, "").replace(/^there (?:is|are) (?=no )/, "");
}

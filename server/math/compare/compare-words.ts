import type { Comparison } from "../verdict";

/** Two answers in words: the same but for case, spaces, punctuation and a leading article. */
export function compareWords(reference: string, candidate: string): Comparison {
  const [a, b] = [plainWords(reference), plainWords(candidate)];
  // A single letter may be a variable, where the case counts.
  if (a.length === 1 && a === b && /[A-Z]/.test(reference) !== /[A-Z]/.test(candidate))
    return { equal: false, rule: "other-words" };
  if (a !== "" && a === b) return { equal: true, rule: "same-words" };
  return { equal: false, rule: "other-words" };
}

function plainWords(text: string): string {
  const words = text
    .replaceAll(/\\(?:text|textbf|mathrm|mbox|textit|textnormal|operatorname)\s*(?=\{)/g, " ")
    .replaceAll(/\\[ ,;:!]|\\quad|[{}$\\~*_"';!?]|[.,:](?!\d)|(?<!\d)[.,:]/g, " ")
    .toLowerCase()
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/g, "$1")
    .replaceAll(/\b(?:real )?solutions?\b/g, "solution")
    .replaceAll(/\band\b|&/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  // Letters of a multiple choice question are a set.
  if (/^[a-z](?: [a-z])+$/.test(words)) return words.split(" ").toSorted().join(" ");
  return words.replace(/^(?:the|an?) (?=.)/, "").replace(/^there (?:is|are) (?=no )/, "");
}

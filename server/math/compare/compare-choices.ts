import type { Comparison } from "../verdict";

const LETTER = /^\(?([A-Z])[).:]?$/;
/** `(b)`; without its bracket a small letter is a variable. */
const LOWER = /^\(([a-e])\)[.:]?$/;
/** `A, C` or `AC`: several letters at once. */
const SEVERAL = /^\(?[A-H](?:\s*(?:[,;]|,?\s*and)?\s*[A-H]){1,7}\)?$/;
const NAMED = /^(?:option|choice|answer)\s*:?\s*\(?([A-Za-z])[).]?$/i;
const MARKED = /^\(([A-Z])\)\s*[:.]?\s*(\S.*)$|^([A-Z])[).:]\s+(\S.*)$/s;

/** A letter of a multiple choice question with the text of that choice, if it was given too. */
interface Choice {
  readonly letter: string;
  readonly content: string | null;
}

export function readChoice(text: string): Choice | null {
  if (text.length > 400) return null;
  const plain = text
    .replaceAll(/\\(?:text|textbf|mathrm|mbox|mathbf|textrm)\s*\{([^{}]{0,40})\}/g, "$1 ")
    .replaceAll(/\(\s*([A-Z])\s*\)/g, "($1)")
    .replaceAll(/\\(?:[ ,;:!~]|quad|qquad)(?![a-zA-Z])/g, " ")
    .trim();
  const letter =
    LETTER.exec(plain)?.[1] ?? LOWER.exec(plain)?.[1]?.toUpperCase() ?? NAMED.exec(plain)?.[1]?.toUpperCase();
  if (letter !== undefined) return { letter, content: null };
  const marked = MARKED.exec(plain);
  const found = marked?.[1] ?? marked?.[3];
  return found === undefined ? null : { letter: found, content: (marked?.[2] ?? marked?.[4] ?? "").trim() };
}

/** Two choices by their letters, or null unless both are choices and one is a letter alone. */
export function compareChoices(reference: string, candidate: string): Comparison | null {
  if (sameLetters(reference, candidate)) return { equal: true, rule: "same-choice" };
  const [a, b] = [readChoice(reference), readChoice(candidate)];
  if (a === null || b === null || (a.content !== null && b.content !== null)) return null;
  return a.letter === b.letter
    ? { equal: true, rule: "same-choice" }
    : { equal: false, rule: "other-choice" };
}

/** Several letters in the order of the alphabet, written together or apart. */
function sameLetters(reference: string, candidate: string): boolean {
  const [a, b] = [severalLetters(reference), severalLetters(candidate)];
  return a !== null && a === b;
}

function severalLetters(text: string): string | null {
  const plain =
    text.length > 80 ? "" : text.replaceAll(/\\(?:text|textbf|mathrm|mbox)\s*\{([^{}]*)\}/g, "$1").trim();
  if (!SEVERAL.test(plain)) return null;
  const letters = plain.replaceAll(/[^A-H]/g, "");
  return Array.from(letters).every((letter, at) => at === 0 || letter > letters.charAt(at - 1))
    ? letters
    : null;
}

import type { Comparison } from "../verdict";

const LETTER = /^\(?([A-Z])[).:]?$/;
const NAMED = /^(?:option|choice|answer)\s*:?\s*\(?([A-Za-z])[).]?$/i;
const MARKED = /^\(([A-Z])\)\s*[:.]?\s*(\S.*)$|^([A-Z])[).:]\s+(\S.*)$/s;

/** A letter of a multiple choice question with the text of that choice, if it was given too. */
export interface Choice {
  readonly letter: string;
  readonly content: string | null;
}

export function readChoice(text: string): Choice | null {
  if (text.length > 400) return null;
  const plain = text
    .replaceAll(/\\(?:text|textbf|mathrm|mbox|mathbf|textrm)\s*\{\s*(\(?[A-Z]\)?[.:]?)\s*\}/g, "$1 ")
    .replaceAll(/\\(?:[ ,;:!~]|quad|qquad)(?![a-zA-Z])/g, " ")
    .trim();
  const letter = LETTER.exec(plain)?.[1] ?? NAMED.exec(plain)?.[1]?.toUpperCase();
  if (letter !== undefined) return { letter, content: null };
  const marked = MARKED.exec(plain);
  const found = marked?.[1] ?? marked?.[3];
  return found === undefined ? null : { letter: found, content: (marked?.[2] ?? marked?.[4] ?? "").trim() };
}

/** A choice by its letter, or null unless the reference is one. */
export function compareChoices(reference: string, candidate: string): Comparison | null {
  const wanted = readChoice(reference);
  if (wanted === null || wanted.content !== null) return null;
  const given = readChoice(candidate);
  if (given === null) return null;
  return given.letter === wanted.letter
    ? { equal: true, rule: "same-choice" }
    : { equal: false, rule: "other-choice" };
}

import { endOfAnswer } from "./boxed";
import { NOTHING_OPEN, isOpen, openAfter } from "./open-math";
import { STEP_LABEL } from "./step-key";

const MIN_STEP_CHARS = 20;
/** 256 tokens at four characters each: the method has no tokenizer at hand. */
const MAX_STEP_CHARS = 1024;

export interface SplitText {
  /** Joined, they are the text without `dropped`. Each keeps the white space that follows it. */
  readonly steps: readonly string[];
  /** What follows the answer, and white space at the end. */
  readonly dropped: string;
}

/**
 * Cuts a complete solution into steps (method: our segmentation rule): at "Step k:" lines where there are two
 * or more, else at blank lines; then joins what is not a step of its own.
 *
 * `kept` are steps that the text is known to start with; they come back as they are, and what follows them is
 * cut without touching them, so that a continuation of a prefix never moves the prefix's boundary.
 */
export function splitSteps(text: string, kept: readonly string[] = []): SplitText {
  const from = kept.reduce((sum, step) => sum + step.length, 0);
  const end = Math.max(from, text.slice(0, endOfAnswer(text) ?? text.length).trimEnd().length);
  const pieces = cutAt(text.slice(0, end), from, cutOffsets(text.slice(0, end)));
  return {
    steps: [...kept, ...mergePieces(pieces).flatMap(cutLongPiece)],
    dropped: text.slice(end),
  };
}

/** Offsets at which a line opens a new piece. */
function cutOffsets(text: string): number[] {
  const numbered: number[] = [];
  const afterBlank: number[] = [];
  let blank = false;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(start, next);
    if (STEP_LABEL.test(line)) numbered.push(start);
    if (line.trim() === "") blank = true;
    else {
      if (blank) afterBlank.push(start);
      blank = false;
    }
    start = next;
  }
  return numbered.length >= 2 ? numbered : afterBlank;
}

function cutAt(text: string, from: number, offsets: readonly number[]): string[] {
  const bounds = [from, ...offsets.filter((offset) => offset > from), text.length];
  return bounds
    .slice(0, -1)
    .map((start, index) => text.slice(start, bounds[index + 1]))
    .filter(Boolean);
}

function mergePieces(pieces: readonly string[]): string[] {
  const merged: string[] = [];
  let marks = NOTHING_OPEN;
  for (const piece of pieces) {
    const previous = merged.at(-1);
    if (previous !== undefined && (isOpen(marks) || isFragment(piece) || expectsMore(previous))) {
      merged[merged.length - 1] = previous + piece;
      marks = openAfter(piece, marks);
    } else {
      merged.push(piece);
      marks = openAfter(piece);
    }
  }
  return merged;
}

function isFragment(piece: string): boolean {
  return piece.trim().length < MIN_STEP_CHARS || !/[\p{L}\p{N}]/u.test(piece);
}

function expectsMore(piece: string): boolean {
  const last = piece.trimEnd().slice(-1);
  return last === "" || ":=,(".includes(last);
}

function cutLongPiece(piece: string): string[] {
  const parts: string[] = [];
  let rest = piece;
  while (rest.trimEnd().length > MAX_STEP_CHARS) {
    const end = lastSentenceEnd(rest.slice(0, MAX_STEP_CHARS));
    if (end === null) break;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

/** Last sentence end outside mathematics. A space after it opens the next step, as tokens begin with spaces. */
export function lastSentenceEnd(text: string): number | null {
  let last: number | null = null;
  let marks = NOTHING_OPEN;
  let from = 0;
  for (const match of text.matchAll(/[.!?](?:\s*\n\s*(?=\S)|(?= ))/g)) {
    const end = match.index + match[0].length;
    marks = openAfter(text.slice(from, end), marks);
    from = end;
    if (!isOpen(marks) && end >= MIN_STEP_CHARS) last = end;
  }
  return last;
}

import { isOpen, openAfter } from "./open-math";

const BOX = "\\boxed{";

/** Offset after the closing brace of the first `\boxed{...}` that is closed and not blank, or null. */
export function endOfFirstBox(text: string): number | null {
  for (let at = text.indexOf(BOX); at >= 0; at = text.indexOf(BOX, at + 1)) {
    const end = closingBrace(text, at + BOX.length);
    // An unclosed box swallows the rest of the text, so no later one can be a box of its own.
    if (end === null) return null;
    if (text.slice(at + BOX.length, end - 1).trim() !== "") return end;
  }
  return null;
}

/**
 * Offset where a solution ends: the end of the line that holds the first box or, when the box stands in
 * display mathematics, of the line that closes it; null without a box.
 */
export function endOfAnswer(text: string): number | null {
  const box = endOfFirstBox(text);
  if (box === null) return null;
  const lineEnd = endOfLine(text, box);
  let marks = openAfter(text.slice(0, lineEnd));
  for (let end = lineEnd; isOpen(marks) && end < text.length;) {
    const next = endOfLine(text, end + 1);
    marks = openAfter(text.slice(end, next), marks);
    if (!isOpen(marks)) return next;
    end = next;
  }
  return lineEnd;
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}

function closingBrace(text: string, from: number): number | null {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at += 1;
    else if (char === "{") depth += 1;
    else if (char === "}" && --depth === 0) return at + 1;
  }
  return null;
}

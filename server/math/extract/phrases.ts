import { readMathematics } from "../read/read-mathematics";
import { OutOfBudget } from "../budget";
import type { Node } from "../read/ast";
import { statedAnswer } from "./statement";
import { trimmedSpan } from "./span";
import type { Span } from "./span";

const MARK = "[\\s*_`]{0,12}";
const VERB = "\\b(?:is|are|was|will be|would be|should be|must be|comes? (?:out )?to(?: be)?|equals?)\\b";
const ABOUT = "(?:\\s+(?:to|for|of)\\b[^.:\\n=]{0,60}?)";
const STRONG = new RegExp(
  `(?<![a-zA-Z])(?:final|correct|right|required|desired)?\\s{0,4}(?:answers?|final results?|final value)(?![a-zA-Z])(?:${ABOUT}?${MARK}${VERB}(?:${MARK}:)?|${MARK}[=:])(?!\\s*not\\b)`,
  "gi",
);
const HEADING = /(?:^|\n)[ \t*#_]{0,12}(?:the\s)?(?:final\s)?answer[ \t*#_:]{0,12}\n/gi;
const CHOICE = /\b(?:correct|right)\s+(?:option|choice)\s*(?:is|:)|\b(?:option|choice)\s*(?:is|:)/gi;
const WEAK = new RegExp(
  `\\b(?:solutions?|results?|value|total)\\b(?:${ABOUT}?[\\s*_]{0,12}\\b(?:is|are)\\b|[\\s*_]{0,12}[=:])(?!\\s*not\\b)`,
  "gi",
);
const PLURAL = /\b(?:solutions|roots|zeros)\b[^.\n=]{0,40}?\bare\b(?!\s*not\b)/gi;
const HASHES = /(?:^|\n)[ \t]{0,12}####[ \t]*([^\n#][^\n]*)/g;

/** The answer after the last `the answer is`, `Final answer:` and the like, or null. */
export function phraseAnswer(text: string): Span | null {
  return lastStated(text, STRONG) ?? lastStated(text, HEADING) ?? lastStated(text, CHOICE);
}

/** The answers after `the solutions are`, in the last sentences. */
export function pluralPhraseAnswer(text: string): Span | null {
  return lastStated(text, PLURAL);
}

/** The answer after `the value of ... is`, which says less surely that it is the end. */
export function weakPhraseAnswer(text: string): Span | null {
  return lastStated(text, WEAK);
}

function lastStated(text: string, pattern: RegExp): Span | null {
  let ends: number[] = [];
  for (const match of text.matchAll(pattern)) ends.push(match.index + match[0].length);
  ends = ends.slice(-4);
  for (const end of ends.toReversed()) {
    const span = statedAnswer(text, end);
    if (span !== null && span.text.length <= 1_000) return span;
  }
  return null;
}

/** What follows the last `####`, unless that is a Markdown heading. */
export function hashAnswer(text: string): Span | null {
  const lines: Span[] = [];
  for (const match of text.matchAll(HASHES)) {
    const line = match[1] ?? "";
    const start = match.index + match[0].length - line.length;
    lines.push(trimmedSpan(text, start, start + line.length));
  }
  for (const line of lines.slice(-8).toReversed()) {
    if (line.text !== "" && (/^[A-Z]$/.test(line.text) || readsAsValue(line.text) !== null)) return line;
  }
  return null;
}

/** A short text as mathematics, or null for words and for what is too long to be an answer. */
export function readsAsValue(text: string): Node | null {
  if (text.length > 300) return null;
  try {
    const node = readMathematics(text, "groups");
    return node === null || node.kind === "text" ? null : node;
  } catch (error) {
    if (error instanceof OutOfBudget) return null;
    throw error;
  }
}

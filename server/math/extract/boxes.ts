import { closingBrace } from "./braces";
import { trimmedSpan } from "./span";
import type { Span } from "./span";

interface Box extends Span {
  /** Where the command itself begins and the box ends, for joining neighbours. */
  readonly from: number;
  readonly to: number;
  readonly truncated: boolean;
}

/** Only so many boxes are looked at, from the last one backwards. */
const BOXES = 40;
const COMMAND = /\\(?:boxed|fbox|framebox)(?![a-zA-Z])|\\box(?=\s*\{)|(?<![a-zA-Z\\])b?oxed(?=\s*\{)/g;
const PLACEHOLDER =
  /^(?:\\?(?:text)?\{?\s*(?:\.{2,}|\\[lc]?dots|_+|(?:your |the )?(?:final )?answer(?: here)?|x{3,})\s*\}?)?$/i;
const CONNECTIVE =
  /^(?:[\s$.;]|\\[,;: ]|\\q?quad|\\\(|\\\)|\*)*(?:,|;|and|or|&|\\text\{\s*,?\s*(?:and|or)\s*\}|\\(?:land|lor))+(?:[\s$]|and|or|\\[,;: ]|\\q?quad|\\\(|\\\)|\*|[a-zA-Z]\s*=)*$/;

/** The boxes that state the answer: the last one, and its neighbours joined by a comma, `and` or `or`. */
export function answerBoxes(text: string): readonly Box[] {
  const starts: number[] = [];
  for (const match of text.matchAll(COMMAND)) starts.push(match.index);
  const chain: Box[] = [];
  for (const from of starts.slice(-BOXES).toReversed()) {
    const [next] = chain;
    const box = readBox(text, from);
    if (next === undefined) {
      if (!PLACEHOLDER.test(box.text)) chain.unshift(box);
    } else if (box.to > next.from) {
      // An outer box around the one just read states the same answer.
      if (chain.length === 1 && box.to >= next.to && box.text.length - next.text.length > 10) chain[0] = box;
    } else if (
      next.from - box.to <= 40 &&
      CONNECTIVE.test(text.slice(box.to, next.from)) &&
      box.text !== next.text
    )
      chain.unshift(box);
    else break;
  }
  return chain;
}

function readBox(text: string, from: number): Box {
  let open = from;
  while (!/[a-zA-Z]/.test(text.charAt(open))) open++;
  while (/[a-zA-Z]/.test(text.charAt(open))) open++;
  while (text.charAt(open) === " ") open++;
  if (text.charAt(open) !== "{") return bareBox(text, from, open);
  const close = closingBrace(text, open);
  if (close < 0) return truncatedBox(text, from, open + 1);
  return { ...trimmedSpan(text, open + 1, close), from, to: close + 1, truncated: false };
}

/** `\boxed 5`: TeX boxes one token, but people mean the word. */
function bareBox(text: string, from: number, open: number): Box {
  const rest = /^[^\s$]*/.exec(text.slice(open, open + 200))?.[0] ?? "";
  const end = open + rest.replace(/(?:\\[)\]]|[.,;])+$/, "").length;
  return { ...trimmedSpan(text, open, end), from, to: end, truncated: false };
}

/** A box cut off by the length limit ends with its line, and its open braces are closed. */
function truncatedBox(text: string, from: number, open: number): Box {
  const page = text.slice(open, open + 2_000);
  const stop = page.search(/\$|\\[)\]]|\n/);
  const end = open + (stop < 0 ? page.length : stop);
  const span = trimmedSpan(text, open, end);
  return { ...span, text: span.text + "}".repeat(openBraces(span.text)), from, to: end, truncated: true };
}

function openBraces(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === "{") depth++;
    else if (char === "}") depth--;
  }
  return Math.min(Math.max(depth, 0), 40);
}

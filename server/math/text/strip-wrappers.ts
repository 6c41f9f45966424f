import { closingBrace } from "../extract/braces";

const COMMANDS = [
  "\\boxed",
  "\\fbox",
  "\\framebox",
  "\\boldsymbol",
  "\\bm",
  "\\displaystyle",
  "\\textstyle",
  "\\ensuremath",
];

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ["**", "**"],
  ["__", "__"],
  ["`", "`"],
  ['"', '"'],
  ["$$", "$$"],
  ["$", "$"],
  ["\\(", "\\)"],
  ["\\[", "\\]"],
  ["\\begin{equation*}", "\\end{equation*}"],
  ["\\begin{equation}", "\\end{equation}"],
];

const LEADING = ["\\,", "\\;", "\\:", "\\ ", "\\!", "\\qquad", "\\quad", ",", ";", ":"];
const TRAILING = [".", ",", ";", "\\\\", "\\,", "\\;", "\\ ", "\\!", "\\qquad", "\\quad"];

/**
 * An answer without what only surrounds it: delimiters of mathematics, boxes, bold marks, a closing full stop.
 * Money keeps its sign, and brackets that carry meaning stay. Runs of spaces must be collapsed before.
 */
export function stripWrappers(answer: string): string {
  let text = answer.trim();
  for (let round = 0; round < 8; round++) {
    const before = text;
    text = unwrapCommand(unwrapPair(trimMarks(text)));
    if (text === before) break;
  }
  return text;
}

function trimMarks(text: string): string {
  let from = 0;
  let to = text.length;
  for (;;) {
    while (text[from] === " ") from++;
    const mark = LEADING.find((candidate) => text.startsWith(candidate, from));
    if (mark === undefined) break;
    from += mark.length;
  }
  for (;;) {
    while (to > from && text[to - 1] === " ") to--;
    const mark = TRAILING.find((candidate) => text.endsWith(candidate, to) && to - candidate.length >= from);
    if (mark === undefined || isNullDelimiter(text, to)) break;
    to -= mark.length;
  }
  return text.slice(from, to);
}

/** `\right.` closes nothing visible, but it belongs to its `\left`; three dots say that digits go on. */
function isNullDelimiter(text: string, to: number): boolean {
  return text.endsWith("..", to) || text.endsWith("\\right.", to) || text.endsWith("\\left.", to);
}

function unwrapPair(text: string): string {
  for (const [open, close] of PAIRS) {
    if (text.length <= open.length + close.length || !text.startsWith(open) || !text.endsWith(close))
      continue;
    const inner = text.slice(open.length, text.length - close.length);
    if (!inner.includes(open) && !inner.includes(close) && !inner.endsWith("\\")) return inner.trim();
  }
  return text;
}

function unwrapCommand(text: string): string {
  for (const command of COMMANDS) {
    if (!text.startsWith(command) || /^[a-zA-Z]/.test(text.slice(command.length))) continue;
    const rest = text.slice(command.length).trimStart();
    if (!rest.startsWith("{")) return rest;
    if (closingBrace(rest, 0) === rest.length - 1) return rest.slice(1, -1).trim();
  }
  const builder = /^\{\s*[a-zA-Z]\s*[|:]/.test(text);
  if (text.startsWith("{") && !builder && !text.includes(",") && closingBrace(text, 0) === text.length - 1) {
    return text.slice(1, -1).trim();
  }
  return text;
}

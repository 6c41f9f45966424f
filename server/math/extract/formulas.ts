import type { Span } from "./span";

const DELIMITERS: readonly (readonly [open: string, close: string])[] = [
  ["$$", "$$"],
  ["\\[", "\\]"],
  ["\\(", "\\)"],
  ["$", "$"],
];

/** The formula that opens at `at`, with its delimiters outside `text`; null where none opens or none closes. */
export function formulaAt(text: string, at: number): Span | null {
  for (const [open, close] of DELIMITERS) {
    if (!text.startsWith(open, at)) continue;
    const from = at + open.length;
    const to = closingAt(text, from, close);
    if (to < 0) return null;
    return { text: text.slice(from, to), start: at, end: to + close.length };
  }
  return null;
}

/** How far a formula may reach. */
const REACH = 1_500;

/** A dollar before a number is money unless another dollar closes it in the same line. */
function closingAt(text: string, from: number, close: string): number {
  const page = text.slice(from, from + REACH);
  let at = page.indexOf(close, 1);
  while (at > 0 && close.startsWith("$") && page.charAt(at - 1) === "\\") at = page.indexOf(close, at + 1);
  if (at < 0) return -1;
  // `$3 + $4`: a dollar with a digit behind it opens the next amount.
  if (close === "$" && (/\d/.test(page.charAt(at + 1)) || page.slice(0, at).includes("\n"))) return -1;
  return from + at;
}

/** Every formula of a short passage, in order. */
export function formulasIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char !== "$" && char !== "\\") continue;
    const formula = formulaAt(text, at);
    if (formula !== null) {
      found.push(formula);
      at = formula.end - 1;
    } else if (char === "\\") at++;
  }
  return found;
}

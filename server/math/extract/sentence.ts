import { formulaAt } from "./formulas";

const ABBREVIATION = /(?:\b(?:sq|cu|approx|no|vs|e\.g|i\.e|a\.m|p\.m|[ap])|\d\))$/i;

/** Where the sentence that starts at `from` ends: at its full stop, or at the end of its line. Formulas are skipped whole. */
export function sentenceEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + 1_200);
  for (let at = from; at < limit; at++) {
    const char = text.charAt(at);
    if (char === "\n") return at;
    if (char === "$" || char === "\\") {
      const formula = formulaAt(text, at);
      if (formula !== null) at = formula.end - 1;
      else if (char === "\\") at++;
    } else if (char === "。" || char === "；") return at;
    else if ((char === "." || char === "?") && isStop(text, from, at)) return at;
  }
  return limit;
}

function isStop(text: string, from: number, at: number): boolean {
  const next = text.charAt(at + 1);
  if (next === "" || next === "\n" || next === "*") return true;
  if (next !== " " && next !== '"') return false;
  return (
    !ABBREVIATION.test(text.slice(Math.max(from, at - 8), at)) || /^\s+[A-Z]/.test(text.slice(at + 1, at + 4))
  );
}

import { LONGEST_FORMULA } from "./tokens";

/** Looks for `close` from `from`; backslash pairs are skipped. -1 when it is not there or an `open` comes first. */
export function findClose(text: string, from: number, pair: { open: string; close: string }): number {
  const end = Math.min(text.length, from + LONGEST_FORMULA);
  for (let i = from; i < end; i++) {
    if (text.startsWith(pair.close, i)) return i;
    if (text.startsWith(pair.open, i)) return -1;
    if (text[i] === "\\") i++;
  }
  return -1;
}

/** The index of the brace that closes the one at `open`, or -1. */
export function findBrace(text: string, open: number): number {
  const end = Math.min(text.length, open + LONGEST_FORMULA);
  let depth = 0;
  for (let i = open; i < end; i++) {
    const character = text[i];
    if (character === "\\") i++;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return i;
  }
  return -1;
}

/**
 * The next single dollar outside braces in the same paragraph, else the next one at all; -1 when there is none.
 * Inside braces a dollar belongs to a `\text{...}`.
 */
export function findDollar(text: string, from: number): number {
  const end = Math.min(text.length, from + LONGEST_FORMULA);
  let depth = 0;
  let first = -1;
  for (let i = from; i < end; i++) {
    const character = text[i];
    if (character === "\\") i++;
    else if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (character === "\n" && /^\n[^\S\n]*\n/.test(text.slice(i, i + 40))) break;
    else if (character === "$") {
      if (depth <= 0) return i;
      if (first === -1) first = i;
    }
  }
  return first;
}

/** The end of `\begin{name}...\end{name}` that starts at `from`, environments of the same name nested; -1 if open. */
export function findEnvironmentEnd(text: string, from: number, name: string): number {
  const begin = `\\begin{${name}}`;
  const finish = `\\end{${name}}`;
  const window = text.slice(from, from + LONGEST_FORMULA);
  let depth = 1;
  let i = begin.length;
  while (depth > 0) {
    const close = window.indexOf(finish, i);
    if (close === -1) return -1;
    const open = window.indexOf(begin, i);
    if (open !== -1 && open < close) {
      depth++;
      i = open + begin.length;
    } else {
      depth--;
      i = close + finish.length;
    }
  }
  return from + i;
}

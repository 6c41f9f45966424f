import { isFormula } from "./dollar";
import { findBrace, findClose, findDollar, findEnvironmentEnd } from "./scan";
import { LONGEST_CODE, type MathToken } from "./tokens";

/** Environments that stand for a formula even without delimiters. */
const ENVIRONMENTS = new Set(
  [
    "align align* aligned alignat alignat* equation equation* gather gather* gathered multline multline* split",
    "eqnarray eqnarray* array cases dcases rcases matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix",
  ].flatMap((names) => names.split(" ")),
);

/**
 * Cuts a text at its formulas (`$...$`, `$$...$$`, `\(...\)`, `\[...\]`, bare environments, bare `\boxed{...}`) and
 * code (`[asy]`, fences). What is not closed stays text. Lossless: see `MathToken`.
 */
export function parseMathText(text: string): MathToken[] {
  const tokens: MathToken[] = [];
  let textFrom = 0;
  let i = 0;
  while (i < text.length) {
    const found = tokenAt(text, i);
    if (found === null) {
      i += text[i] === "\\" && i + 1 < text.length ? 2 : 1;
      continue;
    }
    pushText(tokens, text.slice(textFrom, i));
    if (found.kind === "text") pushText(tokens, found.raw);
    else tokens.push(found);
    i += found.raw.length;
    textFrom = i;
  }
  pushText(tokens, text.slice(textFrom));
  return tokens;
}

function pushText(tokens: MathToken[], raw: string): void {
  if (raw === "") return;
  const last = tokens.at(-1);
  const joined = last?.kind === "text" ? last.raw + raw : raw;
  if (last?.kind === "text") tokens.pop();
  tokens.push({ kind: "text", raw: joined, text: joined.replaceAll(String.raw`\$`, "$") });
}

/** What starts exactly at `i`, or null. */
function tokenAt(text: string, i: number): MathToken | null {
  const character = text[i];
  if (character === "$") return dollarAt(text, i);
  if (character === "\\") return backslashAt(text, i);
  if (character === "[") return drawingAt(text, i);
  if (character === "`") return fenceAt(text, i);
  return null;
}

function dollarAt(text: string, i: number): MathToken | null {
  if (text.startsWith("$$", i)) {
    const close = findClose(text, i + 2, { open: "\0", close: "$$" });
    const latex = close === -1 ? "" : text.slice(i + 2, close);
    if (latex.trim() === "") return { kind: "text", raw: "$$", text: "$$" };
    return { kind: "formula", raw: text.slice(i, close + 2), latex, display: true };
  }
  const close = findDollar(text, i + 1);
  if (close === -1) return null;
  const latex = text.slice(i + 1, close);
  const context = { content: latex, before: text[i - 1] ?? "", after: text[close + 1] ?? "" };
  return isFormula(context)
    ? { kind: "formula", raw: text.slice(i, close + 1), latex, display: false }
    : null;
}

function backslashAt(text: string, i: number): MathToken | null {
  if (text.startsWith(String.raw`\(`, i)) return delimitedAt(text, i, false);
  if (text.startsWith(String.raw`\[`, i)) return delimitedAt(text, i, true);
  if (text.startsWith(String.raw`\boxed`, i)) return boxAt(text, i);
  if (text.startsWith(String.raw`\begin{`, i)) return environmentAt(text, i);
  return null;
}

function delimitedAt(text: string, i: number, display: boolean): MathToken | null {
  const pair = display
    ? { open: String.raw`\[`, close: String.raw`\]` }
    : { open: String.raw`\(`, close: String.raw`\)` };
  const close = findClose(text, i + 2, pair);
  const latex = close === -1 ? "" : text.slice(i + 2, close);
  if (latex.trim() === "") return null;
  return { kind: "formula", raw: text.slice(i, close + 2), latex, display };
}

function boxAt(text: string, i: number): MathToken | null {
  const opening = /^\\boxed[^\S\n]*\{/.exec(text.slice(i, i + 20));
  if (opening === null) return null;
  const close = findBrace(text, i + opening[0].length - 1);
  if (close === -1) return null;
  const raw = text.slice(i, close + 1);
  const inner = raw.slice(opening[0].length, -1).replace(/^\s*\$+([^$]*)\$+\s*$/, "$1");
  const words = /^\s*[A-Za-z]{2}[A-Za-z ,.'’-]*$/.test(inner);
  const latex = words ? String.raw`\boxed{\text{${inner}}}` : String.raw`\boxed{${inner}}`;
  return { kind: "formula", raw, latex, display: false };
}

function environmentAt(text: string, i: number): MathToken | null {
  const name = /^\\begin\{([A-Za-z]+\*?)\}/.exec(text.slice(i, i + 30))?.[1];
  if (name === undefined || !ENVIRONMENTS.has(name)) return null;
  const end = findEnvironmentEnd(text, i, name);
  if (end === -1) return null;
  const raw = text.slice(i, end);
  return { kind: "formula", raw, latex: raw, display: true };
}

function drawingAt(text: string, i: number): MathToken | null {
  const [open, close] = ["[asy]", "[/asy]"];
  if (!text.startsWith(open, i)) return null;
  const window = text.slice(i, i + LONGEST_CODE);
  const end = window.indexOf(close);
  if (end === -1) return null;
  const code = window.slice(open.length, end).trim();
  return { kind: "code", raw: window.slice(0, end + close.length), language: "asy", code };
}

function fenceAt(text: string, i: number): MathToken | null {
  if (!text.startsWith("```", i) || (i > 0 && text[i - 1] !== "\n")) return null;
  const window = text.slice(i, i + LONGEST_CODE);
  const end = window.indexOf("\n```", 3);
  if (end === -1) return null;
  const raw = window.slice(0, end + 4);
  const head = raw.indexOf("\n");
  return { kind: "code", raw, language: raw.slice(3, head).trim(), code: raw.slice(head + 1, -4) };
}

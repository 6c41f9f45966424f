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
const CHINESE =
  /(?:答案|故选|应选|[,，因所故]\s?选择?|此选择?|结果)\s{0,4}(?:应该)?(?:是|为|等于)?\s{0,4}[：:]?(?!\s*不)/g;
const SHORT =
  /(?:^|\n)[ \t*_]{0,12}(?:ans(?:wer)?\.?[ \t*_]{0,4}[:=–—-]|(?:final\s)?answer[ \t]{1,4}[–—-])(?=[ \t*_]{0,4}[\d$\\(.+-])/gi;
const JSON_FIELD =
  /["'](?:final[_ ]?)?answer["']\s{0,4}:\s{0,4}(?:"((?:[^"\\\n]|\\.){1,300})"|'([^'\n]{1,300})'|(-?\d[\d.eE+/-]{0,60}))\s{0,8}[,}]/gi;
const FOREIGN =
  /\b(?:respuesta|Antwort|réponse|resposta|risposta)\b\s{0,4}(?:\w{3,8}\s)?(?:es|ist|est|é|è|lautet|:)(?=\s)/gi;
const CHOSEN =
  /\b(?:option|choice|choose|select|pick)\s+(?:option\s+|choice\s+|answer\s+)?\**\(?([A-H])\)?\**(?=\s+is\s+(?:the\s+)?(?:correct|right|best)|[.\s]*$)|(?:^|[\s*])\(([A-H])\)\**\s+is\s+(?:the\s+)?(?:correct|right|best)/gi;
const CHOICE = /\b(?:correct|right)\s+(?:option|choice)\s*(?:is|:)|\b(?:option|choice)\s*(?:is|:)/gi;
const WEAK = new RegExp(
  `\\b(?:solutions?|results?|value|total)\\b(?:${ABOUT}?[\\s*_]{0,12}\\b(?:is|are)\\b|[\\s*_]{0,12}[=:])(?!\\s*not\\b)`,
  "gi",
);
/** A later line with figures: what came before was a step of the working. */
const RECKONS_ON = /\n[^]*\d/;
const PLURAL = /\b(?:solutions|roots|zeros)\b[^.\n=]{0,40}?\bare\b(?!\s*not\b)/gi;
const HASHES = /(?:^|\n)[ \t]{0,12}####[ \t]*([^\n#][^\n]*)/g;

/** The answer after the last `the answer is`, `Final answer:` and the like, or null. */
export function phraseAnswer(text: string): Span | null {
  return (
    lastStated(text, STRONG) ??
    lastStated(text, HEADING) ??
    lastStated(text, CHOICE) ??
    lastStated(text, SHORT) ??
    lastStated(text, CHINESE) ??
    lastStated(text, FOREIGN) ??
    chosenLetter(text) ??
    fieldAnswer(text)
  );
}

/** The letter in `option C is correct`. */
function chosenLetter(text: string): Span | null {
  const found = Array.from(text.matchAll(CHOSEN)).at(-1);
  const letter = found?.[1] ?? found?.[2];
  if (found === undefined || letter === undefined || letter !== letter.toUpperCase()) return null;
  const start = found.index + found[0].search(/\b[A-H]\b/);
  return { text: letter, start, end: start + 1 };
}

/** What the last pair of `<answer>` tags holds. */
export function taggedAnswer(text: string): Span | null {
  const tagged = Array.from(text.matchAll(/<answer>([^<]{1,300})<\/answer>/g)).at(-1);
  if (tagged?.[1] === undefined) return null;
  const start = tagged.index + "<answer>".length;
  const end = start + tagged[1].length;
  return phraseAnswer(tagged[1]) === null ? statedAnswer(text.slice(0, end), start) : null;
}

/** The value of the last field `"answer"` of an object in JSON. */
function fieldAnswer(text: string): Span | null {
  const field = Array.from(text.matchAll(JSON_FIELD)).at(-1);
  const value = field?.[1] ?? field?.[2] ?? field?.[3];
  if (field === undefined || value === undefined) return null;
  const start = field.index + field[0].lastIndexOf(value);
  // A JSON string doubles its backslashes.
  return { text: value.replaceAll("\\\\", "\\").trim(), start, end: start + value.length };
}

/** The answers after `the solutions are`, in the last sentences. */
export function pluralPhraseAnswer(text: string): Span | null {
  return lastStated(text, PLURAL);
}

/** The answer after `the value of ... is`, which says less surely that it is the end. */
export function weakPhraseAnswer(text: string): Span | null {
  const span = lastStated(text, WEAK);
  return span === null || RECKONS_ON.test(text.slice(span.end)) ? null : span;
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

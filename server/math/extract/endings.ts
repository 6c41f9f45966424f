import type { RuleId } from "../rules";
import { formulasIn } from "./formulas";
import { readsAsValue } from "./phrases";
import { trimmedSpan } from "./span";
import type { Span } from "./span";

export interface Ending extends Span {
  readonly rule: RuleId;
}

/** Only the end of a response can conclude it. */
const TAIL = 3_000;
const CONCLUDES =
  /\b(?:is|are|be|equals?|gets?|gives?|have|has|obtain|find|found|yields?|total|therefore|thus|hence|so|conclude|solution)\b/i;
const OPENS = /^(?:\W*)(?:therefore|thus|hence|so|in conclusion|in total|altogether|finally|consequently)\b/i;
const UNFINISHED =
  /\b(?:need|must|let|try|compute|calculate|consider|if|assume|suppose|check|wait|step|next|now|should|could|might|maybe|perhaps|not)\b/i;
const EQUATION = /(?:^|[\s(,:])([A-Za-z](?:_\{?\w+\}?)?|[a-zA-Z]\([a-z]\))\s*(?:=|≈)\s*([^=\n]{1,120})$/;

/** The answer that the end of a response states without any phrase, or null: working is not an answer. */
export function endingAnswer(response: string): Ending | null {
  const offset = Math.max(0, response.length - TAIL);
  const tail = response.slice(offset).trimEnd();
  const found = displayEnding(tail) ?? lineEnding(tail);
  return found === null ? null : { ...found, start: found.start + offset, end: found.end + offset };
}

/** The last displayed formula, if nothing but punctuation follows it. */
function displayEnding(tail: string): Ending | null {
  const match =
    /(?:\\\[|\$\$|\\begin\{(?:align|equation|gather)\*?\})((?:(?!\\\[|\$\$).){1,1500}?)(?:\\\]|\$\$|\\end\{(?:align|equation|gather)\*?\})[\s.*]*$/s.exec(
      tail,
    );
  const body = match?.[1];
  if (match === null || body === undefined) return null;
  const start = match.index + match[0].indexOf(body);
  const lastLine = body.lastIndexOf("\\\\");
  const from = lastLine < 0 || body.includes("\\begin{") ? 0 : lastLine + 2;
  const value = lastSide(body.slice(from));
  const at = start + from + value.offset;
  return { rule: "display-maths", ...trimmedSpan(tail, at, at + value.text.length) };
}

/** The last side of a chain of equations, or the whole where it is an equation to keep. */
function lastSide(formula: string): { text: string; offset: number } {
  const whole = { text: formula, offset: 0 };
  if (/[<>]|\\(?:le|ge|lt|gt|ne|in|cup|begin)(?![a-z])|\\(?:leq|geq|neq)/.test(formula)) return whole;
  const at = formula.search(
    /(?:=|\\approx|\\Rightarrow|\\implies)(?![^]*(?:=|\\approx|\\Rightarrow|\\implies))/,
  );
  if (at < 0) return whole;
  const offset = at + (/^(?:=|\\[a-zA-Z]+)/.exec(formula.slice(at))?.[0].length ?? 1);
  const text = formula.slice(offset);
  return text.replaceAll(/[\s&]/g, "") === "0" ? whole : { text, offset };
}

function lineEnding(tail: string): Ending | null {
  const lineStart = tail.lastIndexOf("\n") + 1;
  const line = trimmedSpan(tail, lineStart, tail.length);
  if (line.text === "") return null;
  return boldEnding(tail, lineStart) ?? bareLine(tail, line) ?? sentenceEnding(tail, line);
}

function boldEnding(tail: string, lineStart: number): Ending | null {
  const match = /\*\*([^*\n]{1,200})\*\*[\s.]*(?:[a-zA-Z°%²³/]{1,20}\.?)?\s*$/.exec(tail.slice(lineStart));
  const content = match?.[1];
  if (match === null || content === undefined) return null;
  const start = lineStart + match.index + 2;
  const bold = trimmedSpan(tail, start, start + content.length);
  const value = EQUATION.exec(bold.text)?.[2];
  if (value !== undefined)
    return { rule: "bold-ending", text: value.trim(), start: bold.end - value.length, end: bold.end };
  return /^\(?[A-Z]\)?$/.test(bold.text) || readsAsValue(bold.text) !== null
    ? { rule: "bold-ending", ...bold }
    : null;
}

function bareLine(tail: string, line: Span): Ending | null {
  const formulas = formulasIn(line.text);
  const [only] = formulas;
  const inner =
    formulas.length === 1 && only?.start === 0 && only.end === line.text.length ? only.text : line.text;
  const node = readsAsValue(inner);
  if (node === null || node.kind === "relation" || isSentence(inner)) return null;
  const rule = line.start === 0 || tail.slice(0, line.start).trim() === "" ? "whole-response" : "last-line";
  return { rule, text: inner.trim(), start: line.start, end: line.end };
}

/** `5 square meters` is an answer; words in front of the value, or many of them, make a sentence. */
function isSentence(line: string): boolean {
  const words = Array.from(
    line.replaceAll(/\\[a-zA-Z]+/g, "").matchAll(/[A-Za-z]{3,}/g),
    ({ index }) => index,
  );
  const [first] = words;
  return first !== undefined && (words.length > 3 || first < line.search(/\d/));
}

function sentenceEnding(tail: string, line: Span): Ending | null {
  const cut = Math.max(
    ...Array.from(line.text.matchAll(/[.!?]\s+(?=[A-Z*$\\])/g), (match) => match.index + match[0].length),
    0,
  );
  const sentence = trimmedSpan(tail, line.start + cut, line.end);
  const formulas = formulasIn(sentence.text);
  const last = formulas.at(-1);
  if (
    last !== undefined &&
    CONCLUDES.test(sentence.text) &&
    /^[\s.*)]*(?:[a-zA-Z°%]+\.?(?:\s[a-zA-Z]+)?)?$/.test(sentence.text.slice(last.end))
  ) {
    const value = lastSide(last.text);
    return {
      rule: "concluding-maths",
      text: value.text.trim(),
      start: sentence.start + last.start,
      end: sentence.start + last.end,
    };
  }
  if (last !== undefined) return null;
  const value = EQUATION.exec(sentence.text)?.[2];
  if (value !== undefined && readsAsValue(value) !== null) {
    return {
      rule: "concluding-equation",
      text: value.trim(),
      start: sentence.end - value.length,
      end: sentence.end,
    };
  }
  return concludingNumber(sentence);
}

/** `So she sold 72 clips.`: one number in a sentence that draws the conclusion. */
function concludingNumber(sentence: Span): Ending | null {
  if (!OPENS.test(sentence.text) || UNFINISHED.test(sentence.text) || sentence.text.length > 300) return null;
  const numbers = Array.from(sentence.text.matchAll(/-?\d[\d,]*(?:\.\d+)?(?:\/\d+)?%?/g));
  const [only] = numbers;
  if (numbers.length !== 1 || only === undefined) return null;
  const start = sentence.start + only.index;
  const text = only[0].replace(/,$/, "");
  return { rule: "concluding-sentence", text, start, end: start + text.length };
}

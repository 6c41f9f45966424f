import type { RuleId } from "../rules";
import { formulasIn } from "./formulas";
import { conclusionOf } from "./conclusion";
import { readsAsValue } from "./phrases";
import { trimmedSpan } from "./span";
import type { Span } from "./span";

interface Ending extends Span {
  readonly rule: RuleId;
}

/** Only the end of a response can conclude it. */
const TAIL = 3_000;
const CONCLUDES =
  /\b(?:is|are|be|equals?|gets?|gives?|have|has|obtain|find|found|yields?|total|therefore|thus|hence|so|conclude|solution)\b/i;
const ASSERTS =
  /\b(?:is|are|be|equals?|gets?|gives?|have|has|obtain|find|found|yields?|total of)\s+(?:that\s+)?(?:only|exactly|just|simply|equal to|a total of|thus|then|therefore|,)?\s*\**$/i;
const CLOSES = /^[\s.*)]*(?:[a-zA-Z°%]+\.?(?:\s[a-zA-Z]+)?)?$/;
const ONLY =
  /^\s*(?:is|are)\s+the\s+(?:only|unique|required|desired|final)?\s*(?:solutions?|answers?|values?)[\s.]*$/i;
const NAME = /^\s*([A-Za-z])(?:_\{?\d\}?)?\s*=[^=]*$/;
const OPENS = /^(?:\W*)(?:therefore|thus|hence|so|in conclusion|in total|altogether|finally|consequently)\b/i;
const UNFINISHED =
  /\b(?:need|must|let|try|compute|calculate|consider|if|assume|suppose|check|wait|step|next|now|should|could|might|maybe|perhaps|not)\b/i;
const REFUSES =
  /^(?:sorry\b.{0,20})?(?:I|we)(?:'m| am| are)?\s+(?:sorry|do not|don['’]t|cannot|can['’]?t|unable|not sure)\b/i;
const CHOSEN = /^\(?[A-H][).:]\)?\s+\S.{0,80}$/;
const STATES_NUMBER =
  /\b(?:is|are|was|equals?|costs?|earns?|has|have|had|takes?|took|pays?|spends?|makes?|weighs?|sold)\s+(?:(?:only|exactly|just|equal to|a total of|her|him|them|it)\s+)?$/i;
const EQUATION =
  /(?:^|[\s(,:])([A-Za-z](?:_\{?\w+\}?)?|[a-zA-Z]\([\w, ]{1,12}\))\s*(?:=|≈)\s*([^=\n]{1,120})$/;

/** The answer that the end of a response states without any phrase, or null: working is not an answer. */
export function endingAnswer(response: string): Ending | null {
  const offset = Math.max(0, response.length - TAIL);
  const tail = response.slice(offset).trimEnd();
  const found = displayEnding(tail) ?? lineEnding(tail);
  return found === null ? null : { ...found, start: found.start + offset, end: found.end + offset };
}

const CLOSERS: readonly (readonly [close: string, open: string])[] = [
  ["\\]", "\\["],
  ["$$", "$$"],
  ...["align*", "align", "equation*", "equation", "gather*", "gather"].map(
    (name) => [`\\end{${name}}`, `\\begin{${name}}`] as const,
  ),
];

/** The last displayed formula, if nothing but punctuation follows it. */
function displayEnding(tail: string): Ending | null {
  const end = tail.length - (/[\s.*]*$/.exec(tail.slice(-20))?.[0].length ?? 0);
  for (const [close, open] of CLOSERS) {
    if (!tail.endsWith(close, end)) continue;
    const to = end - close.length;
    const at = tail.lastIndexOf(open, to - 1);
    if (at < 0) return null;
    const from = at + open.length;
    const side = conclusionOf(tail.slice(from, to));
    const start = from + side.offset;
    return { rule: "display-maths", ...trimmedSpan(tail, start, start + side.text.length) };
  }
  return null;
}

function lineEnding(tail: string): Ending | null {
  const lineStart = tail.lastIndexOf("\n") + 1;
  const line = trimmedSpan(tail, lineStart, tail.length);
  if (line.text === "" || (line.text.length < 160 && REFUSES.test(line.text))) return null;
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
  if (node === null) return bareChoice(tail, line);
  if (node.kind === "relation" || isSentence(inner) || OPENS.test(inner)) {
    return inner === line.text ? null : workedFormula(tail, line);
  }
  if (inner === line.text && formulas.length > 0 && /[A-Za-z]{3}/.test(textOutside(line.text, formulas)))
    return null;
  const rule = line.start === 0 || tail.slice(0, line.start).trim() === "" ? "whole-response" : "last-line";
  return { rule, text: inner.trim(), start: line.start, end: line.end };
}

/** `C. 42` alone is the letter of a choice with its text. */
function bareChoice(tail: string, line: Span): Ending | null {
  const alone = tail.slice(0, line.start).trim() === "" && tail.slice(line.end).trim().length < 2;
  return alone && CHOSEN.test(line.text) ? { rule: "whole-response", ...line } : null;
}

/** A last line that is one formula ends the working as a displayed one does. */
function workedFormula(tail: string, line: Span): Ending | null {
  const [only] = formulasIn(line.text);
  if (only === undefined) return null;
  const side = conclusionOf(only.text);
  const start = line.start + line.text.indexOf(only.text) + side.offset;
  const span = trimmedSpan(tail, start, start + side.text.length);
  return { rule: "concluding-maths", ...span };
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

function textOutside(text: string, formulas: readonly Span[]): string {
  let rest = "";
  let at = 0;
  for (const { start, end } of formulas) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

function sentenceEnding(tail: string, line: Span): Ending | null {
  const cut = Math.max(
    ...Array.from(
      line.text.matchAll(/[.!?](?:\$|\\[)\]])?\s+(?=[A-Z*$\\])/g),
      (match) => match.index + match[0].length,
    ),
    0,
  );
  const sentence = trimmedSpan(tail, line.start + cut, line.end);
  const formulas = formulasIn(sentence.text);
  if (formulas.length > 0) return concludingFormula(sentence, formulas);
  const value = EQUATION.exec(sentence.text)?.[2];
  if (value !== undefined && readsAsValue(value) !== null) {
    return {
      rule: "concluding-equation",
      text: value.trim(),
      start: sentence.end - value.length,
      end: sentence.end,
    };
  }
  return concludingNumber(sentence) ?? statedNumber(sentence, /[.!]/.test(tail.slice(sentence.end)));
}

/** The formula behind the last verb (`there are $7$ values of $n$`), else the one that ends the sentence. */
function concludingFormula(sentence: Span, formulas: readonly Span[]): Ending | null {
  const stated = formulas.findLast(({ start }) =>
    ASSERTS.test(sentence.text.slice(Math.max(0, start - 40), start)),
  );
  const last = formulas.at(-1);
  const after = sentence.text.slice(last?.end);
  const closes =
    last !== undefined && CONCLUDES.test(sentence.text) && (CLOSES.test(after) || ONLY.test(after));
  const aside =
    stated !== undefined &&
    /^,?\s*(?:at|when|for|where|if)\s+$/.test(sentence.text.slice(stated.end, last?.start));
  // `There are $60$ seconds in a minute, so it moves $\frac{240}{60} = 4$ feet.`: the closing equation is the conclusion.
  const choices = alternatives(sentence, formulas);
  if (closes && choices !== null) return { rule: "concluding-maths", ...choices };
  const chosen = closes && !aside && (stated === undefined || last.text.includes("=")) ? last : stated;
  if (chosen === undefined) return null;
  const side = conclusionOf(chosen.text);
  const inner = sentence.text.indexOf(chosen.text, chosen.start) + side.offset;
  const span = trimmedSpan(sentence.text, inner, inner + side.text.length);
  return {
    rule: "concluding-maths",
    text: span.text,
    start: sentence.start + span.start,
    end: sentence.start + span.end,
  };
}

/** The closing formulas of `x = 2$ or $x = 3`, all of them alternatives; null where `or` does not join the last two. */
function alternatives(sentence: Span, formulas: readonly Span[]): Span | null {
  const last = formulas.at(-1);
  if (last === undefined) return null;
  let first = last;
  for (const formula of formulas.slice(0, -1).toReversed()) {
    const joint = sentence.text.slice(formula.end, first.start);
    if (!(first === last ? /^\s*,?\s*or\s*$/ : /^\s*(?:,|or)\s*$/).test(joint)) break;
    first = formula;
  }
  if (first === last) return null;
  // `$2x = 10$, or $x = 5$` says one thing twice; only values of one letter are alternatives.
  const names = formulas.slice(formulas.indexOf(first)).map(({ text }) => NAME.exec(text)?.[1]);
  if (names.includes(undefined) || new Set(names).size > 1) return null;
  const text = sentence.text.slice(first.start, last.end);
  return { text, start: sentence.start + first.start, end: sentence.start + last.end };
}

/** `So she sold 72 clips.`: one number in a sentence that draws the conclusion. */
function concludingNumber(sentence: Span): Ending | null {
  if (!OPENS.test(sentence.text) || UNFINISHED.test(sentence.text) || sentence.text.length > 300) return null;
  const sum = /=\s*\$?(-?\d[\d,]*(?:\.\d+)?)%?(?:\s[a-zA-Z]+){0,3}$/.exec(sentence.text);
  if (sum?.[1] !== undefined) {
    const at = sentence.start + sum.index + sum[0].indexOf(sum[1]);
    return { rule: "concluding-sentence", text: sum[1], start: at, end: at + sum[1].length };
  }
  const numbers = Array.from(sentence.text.matchAll(/-?\d[\d,]*(?:\.\d+)?(?:\/\d+)?%?/g));
  const [only] = numbers;
  if (numbers.length !== 1 || only === undefined) return null;
  const start = sentence.start + only.index;
  const text = only[0].replace(/,$/, "");
  return { rule: "concluding-sentence", text, start, end: start + text.length };
}

/** `The total cost is $45.`: the only number, right behind the verb, with at most a unit after it, in a sentence that was not cut off. */
function statedNumber(sentence: Span, closed: boolean): Ending | null {
  if (!closed || UNFINISHED.test(sentence.text) || OPENS.test(sentence.text)) return null;
  if (sentence.text.length > 300) return null;
  const found =
    /\$?(-?\d[\d,]*(?:\.\d+)?(?:\/\d+)?%?)(?:\s(?!(?:and|or|plus|minus|times|more|less)\b)[a-zA-Z]+){0,3}$/.exec(
      sentence.text,
    );
  const number = found?.[1];
  if (found === null || number === undefined) return null;
  const before = sentence.text.slice(0, found.index);
  if (/\d/.test(before) || !STATES_NUMBER.test(before)) return null;
  const at = sentence.start + found.index + found[0].indexOf(number);
  return { rule: "concluding-sentence", text: number, start: at, end: at + number.length };
}

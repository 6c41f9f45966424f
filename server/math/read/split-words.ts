import type { Token } from "./token";
import { CONNECTIVES, CONSTANT_WORDS, FUNCTIONS, GREEK, ROOTS, SHORT_WORDS } from "./vocabulary";

const INNER_FUNCTION = /arcsin|arccos|arctan|sin|cos|tan|cot|sec|csc|log|ln|sqrt|exp|pi/;
const RATE =
  /^(?:m|km|mi|ft|cm|mm|miles?|meters?|kilometers?|feet|inches|dollars|cents|gallons?|liters?|L|g|kg|pages?|words?|units?)$/;
const PER =
  /^(?:s|h|hr|min|sec|hours?|minutes?|seconds?|day|week|month|year|person|m|cm|L|kg|lb|mile|gallon)$/;

/**
 * Letter runs decided: a function or constant becomes a command, English becomes text, anything else becomes the
 * product of its letters. Neighbouring text is joined, so that `square feet` and `km/h` are one token.
 */
export function splitWords(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const rate = rateAt(tokens, at);
    if (rate !== null && result.at(-1)?.kind === "number") {
      result.push({ kind: "text", text: rate, space: true });
      at += 2;
    } else if (token.kind === "text") pushText(result, token);
    else if (isMinutes(token, result.at(-1), tokens[at + 1])) pushText(result, { ...token, kind: "text" });
    else if (token.kind !== "word") pushOther(result, token);
    else pushWord(result, token);
  }
  return result;
}

/** `90 min`, where no bracket makes a minimum of it. */
function isMinutes(token: Token, previous: Token | undefined, next: Token | undefined): boolean {
  return token.kind === "word" && token.text === "min" && previous?.kind === "number" && next?.text !== "(";
}

function rateAt(tokens: readonly Token[], at: number): string | null {
  const [unit, slash, per] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (unit?.kind !== "word" || slash?.text !== "/" || per?.kind !== "word") return null;
  if (!unit.space && unit.text.length === 1) return null;
  return RATE.test(unit.text) && PER.test(per.text) ? `${unit.text}/${per.text}` : null;
}

/** A full stop after words is punctuation (`sq. units`, `p.m.`). */
function pushOther(result: Token[], token: Token): void {
  if (token.text === "." && result.at(-1)?.kind === "text") return;
  result.push(token);
}

function pushText(result: Token[], token: Token): void {
  const words = token.text.replace(/^[\s,;]+/, "").replace(/[\s,;.]+$/, "");
  const connective = connectiveOf(words);
  const previous = result.at(-1);
  if (connective === null && previous?.kind === "text" && connectiveOf(previous.text) === null) {
    result[result.length - 1] = { ...previous, text: `${previous.text} ${words}` };
  } else result.push({ ...token, text: connective ?? token.text });
}

function pushWord(result: Token[], token: Token): void {
  const word = token.text;
  const name = CONSTANT_WORDS.get(word) ?? (isNamed(word) ? word : undefined);
  if (connectiveOf(word) !== null) result.push({ ...token, kind: "text", text: word.toLowerCase() });
  else if (name !== undefined) result.push({ ...token, kind: "command", text: name });
  else if (word === "U" && isBracket(result.at(-1))) result.push({ ...token, kind: "command", text: "cup" });
  else if (word.length === 1) {
    const previous = result.at(-1);
    const article = word === "a" || word === "I";
    if (article && previous?.kind === "text" && connectiveOf(previous.text) === null)
      pushText(result, { ...token, kind: "text" });
    else result.push(token);
  } else if (word === "union" || word === "intersect")
    result.push({ ...token, kind: "command", text: word === "union" ? "cup" : "cap" });
  else if (isProse(word, token, result.at(-1))) pushText(result, { ...token, kind: "text" });
  else pushLetters(result, token);
}

function isNamed(word: string): boolean {
  return FUNCTIONS.has(word) || ROOTS.has(word) || (GREEK.has(word) && word.length > 2);
}

function isBracket(token: Token | undefined): boolean {
  return token?.text === ")" || token?.text === "]" || token?.text === "}";
}

export function connectiveOf(text: string): "and" | "or" | null {
  return CONNECTIVES.get(text.trim().toLowerCase()) ?? null;
}

/** Four letters or more are English unless they run through the alphabet (`abcd`) or hold a function (`xsinx`). */
function isProse(word: string, token: Token, previous: Token | undefined): boolean {
  if (SHORT_WORDS.has(word) || SHORT_WORDS.has(word.toLowerCase()))
    return (
      token.space ||
      word.length > 2 ||
      previous === undefined ||
      previous.kind === "number" ||
      previous.text === "("
    );
  // A name made of capitals, as of a triangle: the order of its letters counts.
  if (/^[A-Z]{3}$/.test(word) && previous === undefined) return true;
  if (word.length < 4) return previous?.kind === "text" && token.space && word.length === 3;
  if (isAlphabetRun(word)) return false;
  return !(word.length <= 8 && INNER_FUNCTION.test(word) && word.replace(INNER_FUNCTION, "").length <= 2);
}

function isAlphabetRun(word: string): boolean {
  for (let at = 1; at < word.length; at++)
    if (word.charCodeAt(at) !== word.charCodeAt(at - 1) + 1) return false;
  return true;
}

function pushLetters(result: Token[], token: Token): void {
  const inner = INNER_FUNCTION.exec(token.text);
  const name = inner?.[0];
  if (inner === null || name === undefined) {
    for (const [at, letter] of Array.from(token.text).entries()) {
      result.push({ kind: "word", text: letter, space: token.space && at === 0 });
    }
    return;
  }
  const before = token.text.slice(0, inner.index);
  const after = token.text.slice(inner.index + name.length);
  if (before !== "") pushLetters(result, { ...token, text: before });
  result.push({ kind: "command", text: name, space: token.space && before === "" });
  if (after !== "") pushLetters(result, { ...token, text: after, space: false });
}

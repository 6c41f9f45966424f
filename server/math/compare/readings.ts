import type { Node } from "../read/ast";
import { numberNode } from "../read/ast";
import { numberFromWords } from "../read/number-words";
import { readMathematics } from "../read/read-mathematics";
import { setFromWords } from "../read/set-words";
import { CHANGES_MEANING, UNIT_LETTERS } from "../read/vocabulary";
import { readChoice } from "./compare-choices";

const AMBIGUOUS_COMMA = /\d,\d{3}(?!\d)/;
const SCALE: Readonly<Record<string, string>> = {
  hundred: "10^{2}",
  thousand: "10^{3}",
  million: "10^{6}",
  billion: "10^{9}",
  trillion: "10^{12}",
};
const SCALED = /(\d)\s*(?:\\text\{)?\s*(hundred|thousand|million|billion|trillion)\b\s*\}?/i;
const BASED = /^([0-9A-Za-z]+)_(\d{1,2})$/;
const CONDITION = /\s*,?\s*(?:\\text\{\s*)?,?\s*\b(?:for (?:all|any|every|each|some)|where|with)\b.*$/s;
const STATED = /^.*\b(?:is|are|equals?|be)\s+(?=\S)/s;
const LONE_NUMBER = /^[^\d]*?((?:\\\$|\$)?-?\d[\d,]*(?:\.\d+)?(?:\s*\\?%)?)[^\d]*$/;

/**
 * The ways to read an answer, the likeliest first. Always at least one: what is no mathematics is words.
 *
 * @throws OutOfBudget
 */
export function readingsOf(text: string, side: "reference" | "candidate"): readonly Node[] {
  const special = readSpecial(text);
  if (special !== null) return [special];
  const scaled = text.replace(
    SCALED,
    (_, digit: string, word: string) => `${digit}\\times ${SCALE[word.toLowerCase()] ?? ""} `,
  );
  const readings: Node[] = [];
  push(readings, readMathematics(scaled, "groups"));
  if (AMBIGUOUS_COMMA.test(text)) push(readings, readMathematics(scaled, "separates"));
  if (readings.length > 0) return readings;
  push(readings, readWithoutCondition(text));
  if (readings.length === 0 && side === "candidate") push(readings, readAmongWords(text));
  readings.push({ kind: "text", text });
  return readings;
}

function push(readings: Node[], node: Node | null): void {
  if (node !== null) readings.push(node);
}

function readSpecial(text: string): Node | null {
  const based = text.length < 80 ? BASED.exec(text.replaceAll(/\s|\\text|\\mathrm|[{}()]/g, "")) : null;
  const [, digits, base] = based ?? [];
  if (digits !== undefined && base !== undefined && isNumeral(digits, Number(base))) {
    return { kind: "based", digits: digits.toUpperCase(), base: Number(base) };
  }
  const value = numberFromWords(text);
  return value === null ? setFromWords(text) : numberNode(value);
}

/** Letters are digits above nine, so `2A_{16}` is a numeral and `x_2` a variable. */
function isNumeral(digits: string, base: number): boolean {
  if (base < 2 || base > 36 || !/\d/.test(digits)) return false;
  return Array.from(digits).every((digit) => Number.parseInt(digit, 36) < base);
}

/** `f(x) = 2x for all real x` without its last part. */
function readWithoutCondition(text: string): Node | null {
  if (text.length > 600 || !CONDITION.test(text)) return null;
  return readMathematics(text.replace(CONDITION, ""), "groups");
}

/** The statement's end (`the area is 12`), or the only number in a few words. */
function readAmongWords(text: string): Node | null {
  if (text.length > 300 || CHANGES_MEANING.test(text)) return null;
  const stated = text.replace(STATED, "");
  if (stated !== text) {
    const node = readMathematics(stated, "groups");
    if (node !== null && node.kind !== "text") return node;
  }
  const number = LONE_NUMBER.exec(text)?.[1];
  if (
    number === undefined ||
    /[\\^_{}=<>+*/']/.test(text.replace(number, "").replaceAll(/\\(?:text|mbox|textbf|mathrm)\{|\}/g, ""))
  )
    return null;
  return readMathematics(number, "groups");
}

/** Readings of what a sloppy writer adds: the letter of the choice in front, a unit of one letter behind. */
export function lenientReadings(text: string, other: string): readonly Node[] {
  const readings: Node[] = [];
  const choice = readChoice(text);
  if (choice?.content !== null && choice?.content !== undefined && choice.content !== "")
    push(readings, readMathematics(choice.content, "groups"));
  const residue = text.replace(/\s*\\pmod\s*(?:\{[^{}]*\}|\d+)$/, "");
  if (residue !== text) push(readings, readMathematics(residue, "groups"));
  const unit = /^(.*\d\}?)\s+([A-Za-z])(\^[23])?$/s.exec(text);
  const [, amount, letter, power] = unit ?? [];
  if (amount !== undefined && letter !== undefined && UNIT_LETTERS.has(letter)) {
    push(readings, readMathematics(`${amount}\\text{ ${letter}${power ?? ""}}`, "groups"));
  }
  const [, glued, symbol] = /^(.*\d\}?)([A-Z]|[a-z])$/s.exec(text) ?? [];
  // `5m` is five metres only where the other side spells that very unit out.
  if (
    glued !== undefined &&
    symbol !== undefined &&
    new RegExp(`\\\\(?:text|mathrm)\\s*\\{\\s*${symbol}\\s*\\}`).test(other)
  )
    push(readings, readMathematics(`${glued}\\text{ ${symbol}}`, "groups"));
  return readings;
}

import { LIMITS, OutOfBudget } from "../budget";
import { add, fraction, integer, multiply } from "../exact/rational";
import type { NumberLiteral } from "./token";

interface LexedNumber {
  readonly literal: NumberLiteral;
  readonly text: string;
  readonly end: number;
}

const DIGITS = /\d+/y;
const GROUP = /(?:\{,\}|,\\! ?|\\!,|\{,\}\\!|\\[,;:]|,|\\ | )(?:\\!)?(\d{3})(?![\d])/y;
const DECIMAL_COMMA = /\{,\}(\d+)/y;
const REPEATED =
  /\\overline\{?(\d+)\}?|\\bar\{?(\d+)\}?|\\dot\{?(\d)\}?(?:(\d*)\\dot\{?(\d)\}?)?|\((\d+)\)(?![\d(])/y;
const ELLIPSIS = /(?:\\[lc]?dots|\.\.\.)(?:\s*\.)?/y;
const EXPONENT = /[eE]([+-]?\d{1,5})(?![\d.a-zA-Z])/y;

/** What a tight comma between digits means where both readings are possible: `1,000` is a number, `(1,000)` a point. */
export type TightComma = "groups" | "separates";

/**
 * A decimal number at `at`: thousands in groups, a repeating part, a decimal exponent.
 *
 * @throws OutOfBudget for a literal longer than any answer.
 */
export function lexNumber(text: string, at: number, comma: TightComma): LexedNumber | null {
  let whole = match(DIGITS, text, at)?.[0] ?? "";
  let end = at + whole.length;
  if (whole.length > LIMITS.answerLength) throw new OutOfBudget();
  if (whole !== "" && whole.length <= 3) {
    const groups = lexGroups(text, end, comma);
    whole += groups.digits;
    end = groups.end;
  }
  let places = "";
  if (text[end] === "." && text.slice(end, end + 3) !== "...") {
    const decimals = match(DIGITS, text, end + 1)?.[0] ?? "";
    const repeats = decimals === "" ? match(REPEATED, text, end + 1) : null;
    if (decimals === "" && repeats === null && whole === "") return null;
    places = decimals;
    end += 1 + decimals.length;
  } else if (whole === "") return null;
  else {
    const europe = match(DECIMAL_COMMA, text, end);
    if (europe?.[1] !== undefined) {
      places = europe[1];
      end += europe[0].length;
    }
  }
  return finish(text, end, { whole, places, pointed: text[end - places.length - 1] === "." });
}

function lexGroups(text: string, from: number, comma: TightComma): { digits: string; end: number } {
  let digits = "";
  let end = from;
  let separator: string | undefined;
  for (;;) {
    const group = match(GROUP, text, end);
    const found = group?.[0].slice(0, -3);
    if (group?.[1] === undefined || found === undefined) break;
    if (found === "," && comma === "separates") break;
    if (separator !== undefined && separator !== found) break;
    separator = found;
    digits += group[1];
    end += group[0].length;
  }
  // `2 100/3` is a mixed number, not 2100/3.
  if (separator === " " && /^\s*[/!^_]/.test(text.slice(end, end + 4))) return { digits: "", end: from };
  return { digits, end };
}

function finish(
  text: string,
  from: number,
  parts: { whole: string; places: string; pointed: boolean },
): LexedNumber {
  const { whole, places } = parts;
  let end = from;
  const scale = 10n ** BigInt(places.length);
  let value = fraction(BigInt(whole + places || "0"), scale);
  let decimals = places.length;
  const repeats = parts.pointed ? match(REPEATED, text, end) : null;
  const repeated = repeats === null ? undefined : repeatedDigits(repeats);
  if (repeats !== null && repeated !== undefined) {
    const cycle = fraction(BigInt(repeated), (10n ** BigInt(repeated.length) - 1n) * scale);
    return { literal: { value: add(value, cycle), places: 0 }, text: whole, end: end + repeats[0].length };
  }
  const dots = places === "" ? null : match(ELLIPSIS, text, end);
  if (dots !== null) {
    const cycle = cycleOf(places);
    end += dots[0].length;
    if (cycle !== null) {
      const tail = fraction(BigInt(cycle), (10n ** BigInt(cycle.length) - 1n) * scale);
      return { literal: { value: add(value, tail), places: 0 }, text: whole, end };
    }
  }
  const exponent = match(EXPONENT, text, end);
  if (exponent?.[1] !== undefined) {
    const size = Number(exponent[1]);
    const factor = 10n ** BigInt(Math.abs(size));
    value = size < 0 ? fraction(value.n, value.d * factor) : multiply(value, integer(factor));
    end += exponent[0].length;
    decimals = Math.max(1, decimals - size);
  }
  return {
    literal: { value, places: value.d === 1n ? 0 : decimals },
    text: `${whole}${places === "" ? "" : `.${places}`}`,
    end,
  };
}

function repeatedDigits(repeats: RegExpExecArray): string | undefined {
  const [, overline, bar, first, between, last, bracketed] = repeats;
  if (first !== undefined) return last === undefined ? first : first + (between ?? "") + last;
  return overline ?? bar ?? bracketed;
}

/** The repeating block that decimals end with, seen at least three times (one digit) or twice (a longer block). */
function cycleOf(places: string): string | null {
  for (let length = 1; length <= 6; length++) {
    const times = length === 1 ? 3 : 2;
    const block = places.slice(-length);
    if (places.length >= length * times && places.endsWith(block.repeat(times))) return block;
  }
  return null;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

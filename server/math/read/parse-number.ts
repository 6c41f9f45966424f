import { dictionary } from "./dictionary";
import { compare } from "../exact/rational";
import type { Node } from "./ast";
import { numberNode } from "./ast";
import type { Reader } from "./reader";
import type { NumberLiteral, Token } from "./token";

const BASE_WORDS: ReadonlyMap<string, number> = dictionary({
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  sixteen: 16,
});
const FRACTIONS = new Set(["frac", "dfrac", "tfrac", "cfrac"]);

/** A number with what belongs to it: the base of `1011_2`, the fraction of `2\frac12` and `2 1/2`. */
export function parseNumber(reader: Reader): Node {
  const token = reader.next();
  const literal = literalOf(reader, token);
  if (reader.sees("sign", "_")) return { kind: "based", digits: token.text, base: parseBase(reader) };
  const whole: Node = { kind: "number", literal };
  if (literal.places > 0 || literal.value.d !== 1n) return whole;
  const part = parseMixedPart(reader);
  return part === null ? whole : { kind: "sum", terms: [whole, part] };
}

function literalOf(reader: Reader, token: Token): NumberLiteral {
  return token.number ?? reader.fail();
}

export function parseBase(reader: Reader): number {
  reader.expect("_");
  let closers = 0;
  while (reader.accept("sign", "{") || reader.accept("sign", "(")) closers++;
  const token = reader.next();
  const base = token.kind === "number" ? Number(token.text) : BASE_WORDS.get(token.text.trim().toLowerCase());
  while (closers > 0 && (reader.accept("sign", "}") || reader.accept("sign", ")"))) closers--;
  return base !== undefined && base >= 2 && base <= 36 && closers === 0 ? base : reader.fail();
}

/** The proper fraction of a mixed number, or null where the next factor is a factor. */
function parseMixedPart(reader: Reader): Node | null {
  const next = reader.peek();
  const position = reader.position;
  if (next.kind === "command" && FRACTIONS.has(next.text)) {
    const part = reader.grammar.operand(reader);
    if (isProper(part) && !reader.sees("sign", "^")) return part;
    reader.rewind(position);
    return null;
  }
  if (next.kind !== "number" || !next.space || !reader.sees("sign", "/", 1)) return null;
  const [top, bottom] = [next.number, reader.peek(2).number];
  if (top === undefined || bottom === undefined) return null;
  const part: Node = {
    kind: "quotient",
    top: { kind: "number", literal: top },
    bottom: { kind: "number", literal: bottom },
  };
  if (!isProper(part)) return null;
  reader.rewind(position + 3);
  return part;
}

function isProper(node: Node): boolean {
  if (node.kind !== "quotient" || node.top.kind !== "number" || node.bottom.kind !== "number") return false;
  const [top, bottom] = [node.top.literal, node.bottom.literal];
  if (top.value.d !== 1n || bottom.value.d !== 1n) return false;
  return top.value.n > 0n && compare(top.value, bottom.value) < 0;
}

/** One digit of a number token, for `\frac12`; the rest of the digits stay. */
export function parseDigit(reader: Reader): Node {
  const token = reader.next();
  const [first, ...rest] = token.text;
  if (token.kind !== "number" || first === undefined || !/^\d+$/.test(token.text)) return reader.fail();
  if (rest.length > 0) {
    reader.rewind(reader.position - 1);
    const text = rest.join("");
    reader.replace({
      kind: "number",
      text,
      space: false,
      number: { value: { n: BigInt(text), d: 1n }, places: 0 },
    });
  }
  return numberNode(Number(first));
}

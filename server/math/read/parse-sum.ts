import { dictionary } from "./dictionary";
import type { Node, NodeOf, SetOperator } from "./ast";
import { negative } from "./ast";
import { parseOperand, startsOperand } from "./parse-operand";
import type { Reader } from "./reader";

const SET_OPERATORS: ReadonlyMap<string, SetOperator> = dictionary({
  cup: "union",
  bigcup: "union",
  cap: "intersection",
  setminus: "difference",
  backslash: "difference",
});

/** Sums joined by set operators, which bind weakest. */
export function parseSum(reader: Reader): Node {
  return reader.nested(reader.bar, () => {
    let left = parseTerms(reader);
    for (;;) {
      const token = reader.peek();
      const operator = token.kind === "command" ? SET_OPERATORS.get(token.text) : undefined;
      if (operator === undefined) return left;
      reader.next();
      left = { kind: "set-operation", operator, sides: [left, parseTerms(reader)] };
    }
  });
}

function parseTerms(reader: Reader): Node {
  const terms = [parseSigned(reader, true)];
  while (isSign(reader)) terms.push(parseSigned(reader, false));
  const [first] = terms;
  return terms.length === 1 && first !== undefined ? first : { kind: "sum", terms };
}

function isSign(reader: Reader): boolean {
  const token = reader.peek();
  if (token.kind === "sign") return token.text === "+" || token.text === "-";
  return token.kind === "command" && (token.text === "pm" || token.text === "mp");
}

function parseSigned(reader: Reader, first: boolean): Node {
  if (!isSign(reader)) return first ? parseTerm(reader) : reader.fail();
  const sign = reader.next();
  // `+-3` and `--3` are typed by programs; deeper towers of signs are noise.
  const body = isSign(reader)
    ? reader.nested(reader.bar, () => parseSigned(reader, false))
    : parseTerm(reader);
  if (sign.text === "-") return negative(body);
  if (sign.text === "pm" || sign.text === "mp")
    return { kind: "plus-minus", sign: sign.text === "pm" ? 1 : -1, body };
  return body;
}

/** Factors with `*`, `/` and plain juxtaposition, from left to right: `1/2x` is half of x. */
function parseTerm(reader: Reader): Node {
  let left = parseJuxtaposed(reader);
  for (;;) {
    const token = reader.peek();
    if (isTimes(reader)) {
      reader.next();
      left = { kind: "product", factors: [left, parseMultiplied(reader)] };
    } else if (
      (token.kind === "sign" && token.text === "/") ||
      (token.kind === "command" && token.text === "div")
    ) {
      reader.next();
      left = { kind: "quotient", top: left, bottom: parseMultiplied(reader) };
      left = withFollowing(reader, left);
    } else if (token.kind === "command" && token.text === "bmod") {
      reader.next();
      left = { kind: "call", name: "mod", args: [left, parseMultiplied(reader)] };
    } else return left;
  }
}

function isTimes(reader: Reader): boolean {
  const token = reader.peek();
  if (token.kind === "sign") return token.text === "*";
  if (token.kind === "command")
    return token.text === "times" || token.text === "cdot" || token.text === "ast";
  // `1.5 x 10^6`
  return token.kind === "word" && (token.text === "x" || token.text === "X") && isTimesTen(reader);
}

function isTimesTen(reader: Reader): boolean {
  const ten = reader.peek(1);
  return (
    reader.previous().kind === "number" &&
    ten.kind === "number" &&
    ten.text === "10" &&
    reader.sees("sign", "^", 2)
  );
}

function parseMultiplied(reader: Reader): Node {
  if (!isSign(reader)) return parseFactor(reader);
  return reader.nested(reader.bar, () => {
    const sign = reader.next();
    const body = parseMultiplied(reader);
    if (sign.text === "-") return negative(body);
    return sign.text === "+" ? body : reader.fail();
  });
}

function withFollowing(reader: Reader, left: Node): Node {
  if (!startsOperand(reader) || isTimes(reader)) return left;
  return { kind: "product", factors: [left, parseJuxtaposed(reader)] };
}

/** Factors side by side. The text stops at any operator, so it is also the argument of a function without brackets. */
export function parseJuxtaposed(reader: Reader): Node {
  const factors = [parseFactor(reader)];
  while (startsOperand(reader) && !isTimes(reader)) {
    // Two numbers side by side are no product that anybody writes.
    if (reader.peek().kind === "number" && reader.previous().kind === "number") reader.fail();
    factors.push(parseFactor(reader));
  }
  const [first] = factors;
  return factors.length === 1 && first !== undefined ? first : { kind: "product", factors };
}

/** An operand with its powers, factorials, percent and degree signs. */
export function parseFactor(reader: Reader): Node {
  let base = parseOperand(reader);
  for (;;) {
    if (reader.accept("sign", "^")) base = parsePower(reader, base);
    else if (reader.accept("sign", "!")) {
      base = {
        kind: "call",
        name: reader.accept("sign", "!") ? "double-factorial" : "factorial",
        args: [base],
      };
    } else if (reader.accept("sign", "%") || reader.accept("command", "%"))
      base = { kind: "percent", body: base };
    else if (reader.accept("command", "degree") || reader.accept("command", "circ"))
      base = { kind: "degrees", body: base };
    else return base;
  }
}

/** `60^o`, typed for want of a degree sign. */
function acceptLetterDegree(reader: Reader, base: Node): boolean {
  const token = reader.peek();
  if (base.kind !== "number" || token.kind !== "word" || token.text !== "o") return false;
  reader.next();
  return true;
}

/** `42^\circ C` is a temperature: the letter is part of its unit. */
function parseTemperature(reader: Reader, degrees: NodeOf<"degrees">): Node {
  const token = reader.peek();
  if (token.kind !== "word" || (token.text !== "C" && token.text !== "F")) return degrees;
  reader.next();
  return { kind: "quantity", body: degrees.body, unit: `°${token.text}` };
}

function parsePower(reader: Reader, base: Node): Node {
  const position = reader.position;
  const open = reader.accept("sign", "{");
  if (
    reader.accept("command", "circ") ||
    reader.accept("command", "degree") ||
    acceptLetterDegree(reader, base)
  ) {
    if (open) reader.expect("}");
    return parseTemperature(reader, { kind: "degrees", body: base });
  }
  reader.rewind(position);
  return { kind: "power", base, exponent: parseExponent(reader) };
}

function parseExponent(reader: Reader): Node {
  return reader.nested(reader.bar, () => {
    if (reader.accept("sign", "-")) return negative(parseExponent(reader));
    if (reader.accept("sign", "+")) return parseExponent(reader);
    const base = parseOperand(reader);
    // `2^3^2` is 2^(3^2), and `2^{n}!` is the factorial of the whole.
    return reader.accept("sign", "^") ? { kind: "power", base, exponent: parseExponent(reader) } : base;
  });
}

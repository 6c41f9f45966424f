import { dictionary } from "./dictionary";
import type { Node } from "./ast";
import { numberNode } from "./ast";
import { parseBar, parseBracket, parseSet } from "./parse-bracket";
import { parseEnvironment } from "./parse-environment";
import { parseSeries } from "./parse-series";
import { parseDigit } from "./parse-number";
import type { Reader } from "./reader";
import { subscriptOf } from "./subscript";
import { FUNCTIONS, GREEK } from "./vocabulary";

type CommandParser = (reader: Reader) => Node;

const quotient: CommandParser = (reader) => ({
  kind: "quotient",
  top: parseArgument(reader, "digit"),
  bottom: parseArgument(reader, "digit"),
});
const choose: CommandParser = (reader) => ({
  kind: "call",
  name: "binom",
  args: [parseArgument(reader, "digit"), parseArgument(reader, "digit")],
});

const PARSERS: ReadonlyMap<string, CommandParser> = dictionary({
  frac: (reader) => (reader.sees("sign", "(") ? fractionCall(reader) : quotient(reader)),
  dfrac: quotient,
  tfrac: quotient,
  cfrac: quotient,
  binom: choose,
  dbinom: choose,
  tbinom: choose,
  sqrt: parseRoot,
  cbrt: (reader) => ({ kind: "root", degree: numberNode(3), body: parseArgument(reader, "number") }),
  root: parseAsciiRoot,
  pi: () => ({ kind: "constant", name: "pi" }),
  infty: () => ({ kind: "constant", name: "infinity" }),
  imath: () => ({ kind: "constant", name: "i" }),
  lfloor: (reader) => parseDelimited(reader, { close: "rfloor", name: "floor" }),
  lceil: (reader) => parseDelimited(reader, { close: "rceil", name: "ceil" }),
  lvert: parseLeftVert,
  "|": (reader) => {
    reader.rewind(reader.position - 1);
    return parseBar(reader);
  },
  "{": parseSet,
  langle: parseAngle,
  emptyset: () => ({ kind: "set", items: [] }),
  varnothing: () => ({ kind: "set", items: [] }),
  mathbb: parseNamedSet,
  sum: (reader) => parseSeries(reader, "sum"),
  prod: (reader) => parseSeries(reader, "product"),
  begin: parseEnvironment,
  vec: parseDecorated,
  overline: parseDecorated,
  bar: parseDecorated,
  angle: (reader) => parseMarked(reader, "∠"),
  triangle: (reader) => parseMarked(reader, "△"),
  $: (reader) => ({ kind: "quantity", body: reader.grammar.factor(reader), unit: "dollars" }),
  "left.": (reader) => reader.grammar.factor(reader),
});

export const STARTING_COMMANDS: ReadonlySet<string> = new Set(
  [...PARSERS.keys(), ...FUNCTIONS.keys(), ...GREEK].filter((name) => name !== "|" && name !== "$"),
);

/** A command with its arguments. */
export function parseCommand(reader: Reader): Node {
  const name = reader.next().text;
  const parser = PARSERS.get(name);
  if (parser !== undefined) return parser(reader);
  const called = FUNCTIONS.get(name);
  if (called !== undefined) return parseCall(reader, called);
  // The variants of a letter are that letter.
  const letter = name.replace(/^var(?=epsilon|theta|rho|phi)/, "");
  return GREEK.has(name) ? { kind: "symbol", name: `\\${letter}${subscriptOf(reader)}` } : reader.fail();
}

/** A braced argument, or the single token that TeX takes (`\frac12`) or a person means (`\sqrt12`). */
function parseArgument(reader: Reader, bare: "digit" | "number"): Node {
  if (bare === "digit" && reader.peek().kind === "number") return parseDigit(reader);
  if (reader.sees("sign", "-")) reader.fail();
  return reader.nested("opens", () => {
    if (reader.accept("sign", "{")) {
      const inner = reader.grammar.list(reader);
      reader.expect("}");
      return inner;
    }
    if (reader.peek().kind === "number") {
      const token = reader.next();
      return token.number === undefined ? reader.fail() : { kind: "number", literal: token.number };
    }
    return bare === "digit" ? parseSingle(reader) : reader.grammar.factor(reader);
  });
}

function parseSingle(reader: Reader): Node {
  const token = reader.peek();
  if (token.kind !== "word") return reader.grammar.factor(reader);
  reader.next();
  return token.text === "e" || token.text === "i"
    ? { kind: "constant", name: token.text }
    : { kind: "symbol", name: token.text };
}

/** `frac(1)(2)` and `frac(1,2)`, as calculators write. */
function fractionCall(reader: Reader): Node {
  const first = parseBracket(reader);
  if (first.kind === "tuple") {
    const [top, bottom] = first.items;
    return top !== undefined && bottom !== undefined && first.items.length === 2
      ? { kind: "quotient", top, bottom }
      : reader.fail();
  }
  return { kind: "quotient", top: first, bottom: parseArgument(reader, "digit") };
}

function parseRoot(reader: Reader): Node {
  if (!reader.sees("sign", "["))
    return { kind: "root", degree: numberNode(2), body: parseArgument(reader, "number") };
  reader.next();
  const degree = reader.nested("opens", () => reader.grammar.sum(reader));
  reader.expect("]");
  return { kind: "root", degree, body: parseArgument(reader, "number") };
}

function parseAsciiRoot(reader: Reader): Node {
  const degree = parseBracket(reader);
  return { kind: "root", degree, body: parseBracket(reader) };
}

function parseDelimited(reader: Reader, how: { close: string; name: string }): Node {
  const inner = reader.nested("opens", () => reader.grammar.sum(reader));
  if (!reader.accept("command", how.close)) reader.fail();
  return { kind: "call", name: how.name, args: [inner] };
}

function parseLeftVert(reader: Reader): Node {
  const inner = reader.nested("closes", () => reader.grammar.list(reader));
  if (!reader.accept("command", "rvert")) reader.fail();
  return { kind: "call", name: "abs", args: [inner] };
}

function parseAngle(reader: Reader): Node {
  const inner = reader.nested("opens", () => reader.grammar.list(reader));
  if (!reader.accept("command", "rangle")) reader.fail();
  return { kind: "tuple", open: "<", close: ">", items: inner.kind === "list" ? inner.items : [inner] };
}

function parseNamedSet(reader: Reader): Node {
  const braced = reader.accept("sign", "{");
  const name = reader.next().text;
  if (braced) reader.expect("}");
  let suffix = "";
  if (reader.accept("sign", "^")) {
    const open = reader.accept("sign", "{");
    suffix = reader.next().text;
    if (open) reader.expect("}");
  }
  return { kind: "named-set", name: name + suffix };
}

/** A bar over letters names a segment or a conjugate; over a number it would be a repeating decimal, read elsewhere. */
function parseDecorated(reader: Reader): Node {
  const inner = parseArgument(reader, "number");
  return { kind: "apply", name: "overline", args: [inner] };
}

/** `\angle ABC` is one name, whatever letters it has. */
function parseMarked(reader: Reader, mark: string): Node {
  let name = mark;
  while (reader.peek().kind === "word") name += reader.next().text + subscriptOf(reader);
  return name === mark ? reader.fail() : { kind: "symbol", name };
}

/** `\sin^2 x`, `\log_2 8`, `\max(1, 2)`, `\sin 2x`. */
function parseCall(reader: Reader, name: string): Node {
  const base = name === "log" && reader.sees("sign", "_") ? parseSubscriptNode(reader) : null;
  let exponent: Node | null = null;
  if (reader.accept("sign", "^")) exponent = parseArgument(reader, "number");
  const args = parseCallArguments(reader);
  const call: Node = {
    kind: "call",
    name: isInverse(exponent) ? `a${name}` : name,
    args: base === null ? args : [...args, base],
  };
  return exponent === null || isInverse(exponent) ? call : { kind: "power", base: call, exponent };
}

function isInverse(exponent: Node | null): boolean {
  if (exponent?.kind !== "negative" || exponent.body.kind !== "number") return false;
  return exponent.body.literal.value.n === 1n && exponent.body.literal.value.d === 1n;
}

function parseSubscriptNode(reader: Reader): Node {
  reader.expect("_");
  return parseArgument(reader, "number");
}

function parseCallArguments(reader: Reader): readonly Node[] {
  if (reader.sees("sign", "(") || reader.sees("sign", "[")) {
    const bracket = parseBracket(reader);
    return bracket.kind === "tuple" ? bracket.items : [bracket];
  }
  if (reader.sees("sign", "{") || reader.sees("command", "{")) {
    const inner = reader.grammar.factor(reader);
    return inner.kind === "set" ? inner.items : [inner];
  }
  if (reader.accept("sign", "-"))
    return [{ kind: "negative", body: reader.nested(reader.bar, () => parseBareArgument(reader)) }];
  return [reader.nested(reader.bar, () => parseBareArgument(reader))];
}

/** The factors behind a function up to the next function: `\sin x \cos x` is a product of two. */
function parseBareArgument(reader: Reader): Node {
  const factors = [reader.grammar.factor(reader)];
  for (;;) {
    const token = reader.peek();
    const isFunction = token.kind === "command" && FUNCTIONS.has(token.text);
    const isPart =
      token.kind === "word" ||
      token.kind === "number" ||
      (token.kind === "command" && STARTING_COMMANDS.has(token.text));
    if (!isPart || isFunction) break;
    factors.push(reader.grammar.factor(reader));
  }
  const [first] = factors;
  return factors.length === 1 && first !== undefined ? first : { kind: "product", factors };
}

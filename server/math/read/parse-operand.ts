import type { Node } from "./ast";
import { parseCommand, STARTING_COMMANDS } from "./parse-command";
import { parseBracket, parseBar, parseGroup } from "./parse-bracket";
import { parseNumber } from "./parse-number";
import type { Reader } from "./reader";
import { subscriptOf } from "./subscript";

const APPLIED = new Set(["f", "g", "h"]);

/** Whether the next token can begin a factor, so that it multiplies what came before. */
export function startsOperand(reader: Reader): boolean {
  const token = reader.peek();
  if (token.kind === "number" || token.kind === "word") return true;
  if (token.kind === "command") return STARTING_COMMANDS.has(token.text);
  if (token.kind !== "sign") return false;
  if (token.text === "|") return reader.bar === "opens";
  if (token.text === "(" && reader.peek(1).kind === "text") return false;
  return token.text === "(" || token.text === "[" || token.text === "{";
}

/** A number, a letter, a bracket or a command with its arguments. */
export function parseOperand(reader: Reader): Node {
  const token = reader.peek();
  if (token.kind === "number") return parseNumber(reader);
  if (token.kind === "word") return parseLetter(reader);
  if (token.kind === "command") return parseCommand(reader);
  if (token.kind !== "sign") return reader.fail();
  if (token.text === "(" || token.text === "[") return parseBracket(reader);
  if (token.text === "{") return parseGroup(reader);
  return token.text === "|" ? parseBar(reader) : reader.fail();
}

function parseLetter(reader: Reader): Node {
  const letter = reader.next().text;
  const subscript = subscriptOf(reader) + (APPLIED.has(letter) ? inverseOf(reader) : "");
  let primes = "";
  while (reader.accept("sign", "'")) primes += "'";
  const name = letter + subscript + primes;
  if (isApplication(reader, name)) {
    const args = parseArguments(reader);
    if (args !== null) return { kind: "apply", name, args };
  }
  if (name === "e" || name === "i") return { kind: "constant", name };
  if (name === "C" && reader.sees("sign", "(")) return parseChoose(reader);
  return { kind: "symbol", name };
}

/** The mark of an inverse function, `f^{-1}(x)`; without an argument it is a power. */
function inverseOf(reader: Reader): string {
  const position = reader.position;
  const [braced, signed] = [reader.sees("sign", "{", 1), reader.sees("sign", "-", 2)];
  if (reader.accept("sign", "^") && braced && signed) {
    reader.rewind(position + 3);
    if (reader.next().text === "1" && reader.accept("sign", "}") && reader.sees("sign", "(")) return "^{-1}";
  }
  reader.rewind(position);
  return "";
}

/** `f(x)`, and any letter in front of a bracket that a definition follows, as `p(x) = ...`. */
function isApplication(reader: Reader, name: string): boolean {
  if (!reader.sees("sign", "(")) return false;
  if (APPLIED.has(name.charAt(0))) return true;
  let ahead = 1;
  while (reader.peek(ahead).kind === "word" || reader.sees("sign", ",", ahead)) ahead++;
  return ahead > 1 && reader.sees("sign", ")", ahead) && reader.sees("sign", "=", ahead + 1);
}

function parseArguments(reader: Reader): readonly Node[] | null {
  const position = reader.position;
  const bracket = parseBracket(reader);
  if (bracket.kind === "tuple") return bracket.items;
  if (bracket.kind === "list" || bracket.kind === "relation") {
    reader.rewind(position);
    return null;
  }
  return [bracket];
}

/** `C(5,2)`; any other use of the letter is a variable. */
function parseChoose(reader: Reader): Node {
  const position = reader.position;
  const bracket = parseBracket(reader);
  if (bracket.kind === "tuple" && bracket.items.length === 2)
    return { kind: "call", name: "binom", args: bracket.items };
  reader.rewind(position);
  return { kind: "symbol", name: "C" };
}

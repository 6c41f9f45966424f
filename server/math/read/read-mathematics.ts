import type { Node } from "./ast";
import { parseList } from "./parse-list";
import { parseOperand } from "./parse-operand";
import { parseFactor, parseJuxtaposed, parseSum } from "./parse-sum";
import type { Grammar } from "./reader";
import { NotMathematics, Reader } from "./reader";
import { splitWords } from "./split-words";
import type { TightComma } from "./lex-number";
import { tokenise } from "./tokenise";

const GRAMMAR: Grammar = {
  list: parseList,
  sum: parseSum,
  factors: parseJuxtaposed,
  operand: parseOperand,
  factor: parseFactor,
};

/**
 * An answer as mathematics, or null where it cannot be read as such.
 *
 * @throws OutOfBudget beyond the limits of length, depth and items.
 */
export function readMathematics(text: string, comma: TightComma): Node | null {
  const reader = new Reader(splitWords(tokenise(text, comma)), GRAMMAR);
  try {
    const node = parseTop(reader);
    return reader.peek().kind === "end" ? node : null;
  } catch (error) {
    if (error instanceof NotMathematics) return null;
    throw error;
  }
}

/** `5 \choose 2` and `1 \over 2` are infix, and their braces may have been taken off. */
function parseTop(reader: Reader): Node {
  const node = parseList(reader);
  if (reader.accept("command", "over")) return { kind: "quotient", top: node, bottom: parseList(reader) };
  return reader.accept("command", "choose")
    ? { kind: "call", name: "binom", args: [node, parseList(reader)] }
    : node;
}

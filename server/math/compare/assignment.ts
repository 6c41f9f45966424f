import type { Node, NodeOf } from "../read/ast";
import { some } from "../read/survey";

/** `x = 3`, `f(x) = 2x`, `Area = 12`, `m + n = 33`: a value with the name of what it is the value of. */
export interface Assignment {
  readonly name: Node;
  readonly value: Node;
}

/**
 * A chain of equations as an assignment of its last side to its first, or null where the first side is no name. Sums and
 * products of plain letters count as names, since competitions ask for m + n; `x + 1 = 3` is an equation to solve.
 */
export function readAssignment(node: Node): Assignment | null {
  if (node.kind !== "relation" || !node.operators.every((operator) => operator === "=")) return null;
  const [first] = node.sides;
  const last = node.sides.at(-1);
  if (first === undefined || last === undefined) return null;
  if (isName(first)) return { name: first, value: last };
  // `3 = x` is turned round only where nothing else can be meant.
  if (node.sides.length === 2 && last.kind === "symbol" && !isName(first))
    return { name: last, value: first };
  return null;
}

function isName(node: Node): boolean {
  if (node.kind === "symbol" || node.kind === "text" || node.kind === "apply") return true;
  if (node.kind === "tuple") return node.items.every((item) => item.kind === "symbol");
  if (node.kind === "call") return some(node, (part) => part.kind === "symbol");
  if (node.kind === "sum" || node.kind === "product" || node.kind === "quotient" || node.kind === "negative")
    return isLettersOnly(node);
  return false;
}

function isLettersOnly(node: Node): boolean {
  return !some(
    node,
    (part) => !["symbol", "sum", "product", "quotient", "negative", "call", "constant"].includes(part.kind),
  );
}

/** Whether the name says nothing that could contradict another name: words, or `y` and `f(x)` for a function. */
export function isLooseName(name: Node): boolean {
  return name.kind === "text";
}

export function isFunctionName(name: Node): name is NodeOf<"apply"> {
  return name.kind === "apply" && name.args.every(({ kind }) => kind === "symbol");
}

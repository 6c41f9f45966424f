import type { Node } from "./ast";

/** The parts of a node, in reading order. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "number":
    case "symbol":
    case "constant":
    case "based":
    case "named-set":
    case "text":
      break;
    case "sum":
      return node.terms;
    case "product":
      return node.factors;
    case "quotient":
      return [node.top, node.bottom];
    case "negative":
    case "plus-minus":
    case "percent":
    case "degrees":
    case "quantity":
      return [node.body];
    case "power":
      return [node.base, node.exponent];
    case "root":
      return [node.degree, node.body];
    case "call":
    case "apply":
      return node.args;
    case "ratio":
      return node.parts;
    case "tuple":
    case "set":
    case "list":
      return node.items;
    case "builder":
      return [node.element, node.condition];
    case "set-operation":
    case "relation":
      return node.sides;
    case "matrix":
      return node.rows.flat();
    case "cases":
      return node.branches.flatMap(({ value, condition }) =>
        condition === null ? [value] : [value, condition],
      );
  }
  return [];
}

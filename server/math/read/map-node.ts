import type { Node } from "./ast";

/** A node with `change` applied to each part; the kind and shape stay. */
export function mapChildren(node: Node, change: (child: Node) => Node): Node {
  switch (node.kind) {
    case "number":
    case "symbol":
    case "constant":
    case "based":
    case "named-set":
    case "text":
      break;
    case "sum":
      return { ...node, terms: node.terms.map(change) };
    case "product":
      return { ...node, factors: node.factors.map(change) };
    case "quotient":
      return { ...node, top: change(node.top), bottom: change(node.bottom) };
    case "negative":
    case "plus-minus":
    case "percent":
    case "degrees":
    case "quantity":
      return { ...node, body: change(node.body) };
    case "power":
      return { ...node, base: change(node.base), exponent: change(node.exponent) };
    case "root":
      return { ...node, degree: change(node.degree), body: change(node.body) };
    case "call":
    case "apply":
      return { ...node, args: node.args.map(change) };
    case "ratio":
      return { ...node, parts: node.parts.map(change) };
    case "tuple":
    case "set":
    case "list":
      return { ...node, items: node.items.map(change) };
    case "builder":
      return { ...node, element: change(node.element), condition: change(node.condition) };
    case "set-operation":
      return { ...node, sides: [change(node.sides[0]), change(node.sides[1])] };
    case "relation":
      return { ...node, sides: node.sides.map(change) };
    case "matrix":
      return { ...node, rows: node.rows.map((row) => row.map(change)) };
    case "cases":
      return {
        ...node,
        branches: node.branches.map(({ value, condition }) => ({
          value: change(value),
          condition: condition === null ? null : change(condition),
        })),
      };
  }
  return node;
}

/** A node with a value in the place of a variable. */
export function substitute(node: Node, variable: string, value: Node): Node {
  // The index of a sum may be called i, which is a constant elsewhere.
  if (node.kind === "symbol" || node.kind === "constant") return node.name === variable ? value : node;
  return mapChildren(node, (child) => substitute(child, variable, value));
}

import type { NumberLiteral } from "./token";

/** Mathematics as read, before any simplification: one kind for each construct that an answer may hold. */
export type Node =
  | { readonly kind: "number"; readonly literal: NumberLiteral }
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "constant"; readonly name: "pi" | "e" | "i" | "infinity" }
  | { readonly kind: "sum"; readonly terms: readonly Node[] }
  | { readonly kind: "product"; readonly factors: readonly Node[] }
  | { readonly kind: "quotient"; readonly top: Node; readonly bottom: Node }
  | { readonly kind: "negative"; readonly body: Node }
  /** `sign` is that of the upper reading: 1 in `\pm`, -1 in `\mp`. */
  | { readonly kind: "plus-minus"; readonly sign: 1 | -1; readonly body: Node }
  | { readonly kind: "power"; readonly base: Node; readonly exponent: Node }
  | { readonly kind: "root"; readonly degree: Node; readonly body: Node }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] }
  /** A function that the problem names, `f(x)`. */
  | { readonly kind: "apply"; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: "percent"; readonly body: Node }
  | { readonly kind: "degrees"; readonly body: Node }
  | { readonly kind: "quantity"; readonly body: Node; readonly unit: string }
  | { readonly kind: "based"; readonly digits: string; readonly base: number }
  | { readonly kind: "ratio"; readonly parts: readonly Node[] }
  | { readonly kind: "tuple"; readonly open: string; readonly close: string; readonly items: readonly Node[] }
  | { readonly kind: "set"; readonly items: readonly Node[] }
  | { readonly kind: "builder"; readonly element: Node; readonly condition: Node }
  | { readonly kind: "named-set"; readonly name: string }
  | { readonly kind: "set-operation"; readonly operator: SetOperator; readonly sides: readonly [Node, Node] }
  | { readonly kind: "list"; readonly joiner: "comma" | "and" | "or"; readonly items: readonly Node[] }
  | { readonly kind: "matrix"; readonly determinant: boolean; readonly rows: readonly (readonly Node[])[] }
  | { readonly kind: "cases"; readonly branches: readonly Branch[] }
  | { readonly kind: "relation"; readonly operators: readonly Relation[]; readonly sides: readonly Node[] }
  | { readonly kind: "text"; readonly text: string };

export type SetOperator = "union" | "intersection" | "difference";

/** `in` and `not-in` have a set on the right. */
export type Relation = "=" | "!=" | "<" | ">" | "<=" | ">=" | "in" | "not-in" | "equivalent";

/** One line of a piecewise definition; a null condition is "otherwise". */
export interface Branch {
  readonly value: Node;
  readonly condition: Node | null;
}

export type NodeOf<K extends Node["kind"]> = Extract<Node, { kind: K }>;

export function numberNode(value: bigint | number): Node {
  return { kind: "number", literal: { value: { n: BigInt(value), d: 1n }, places: 0 } };
}

export function negative(body: Node): Node {
  return { kind: "negative", body };
}

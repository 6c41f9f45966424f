import type { Node, NodeOf } from "../read/ast";
import { childrenOf } from "../read/children";
import { mapChildren } from "../read/map-node";
import type { Comparison } from "../verdict";
import { compareInOrder } from "./compare-items";
import type { Context } from "./context";
import { under } from "./context";

type Matrix = NodeOf<"matrix">;

export function compareMatrices(context: Context, reference: Matrix, candidate: Matrix): Comparison {
  if (reference.determinant !== candidate.determinant) return { equal: false, rule: "other-brackets" };
  const [a, b] = [reference.rows, candidate.rows];
  if (a.length !== b.length || !a.every((row, at) => row.length === b[at]?.length))
    return { equal: false, rule: "matrix-shape" };
  const outcome = compareInOrder(context, a.flat(), b.flat());
  return outcome.equal === "undecided"
    ? outcome
    : under(outcome, { same: "same-matrix", other: "other-matrix" });
}

/** A row, a column or nested brackets as a matrix; null for anything else. */
export function asMatrix(node: Node, shape: Matrix): Matrix | null {
  if (node.kind === "matrix") return node;
  if (node.kind === "product" || node.kind === "quotient" || node.kind === "negative") return scaled(node);
  if (node.kind !== "tuple" && node.kind !== "list") return null;
  const rows: (readonly Node[])[] = [];
  for (const item of node.items) if (item.kind === "tuple") rows.push(item.items);
  if (rows.length === node.items.length) return { kind: "matrix", determinant: false, rows };
  if (rows.length > 0 || node.kind !== "tuple") return null;
  const column = shape.rows.every((row) => row.length === 1);
  return {
    kind: "matrix",
    determinant: false,
    rows: column ? node.items.map((item) => [item]) : [node.items],
  };
}

/** `2A`, `A/3` and `-A` for a matrix A that is written out, or null. */
function scaled(node: NodeOf<"product"> | NodeOf<"quotient"> | NodeOf<"negative">): Matrix | null {
  const parts = childrenOf(node);
  const [matrix, second] = parts.filter((part) => part.kind === "matrix");
  if (matrix?.kind !== "matrix" || matrix.determinant || second !== undefined) return null;
  if (node.kind === "quotient" && node.top !== matrix) return null;
  if (parts.some((part) => part.kind === "tuple" || part.kind === "list")) return null;
  const scale = (cell: Node): Node => mapChildren(node, (part) => (part === matrix ? cell : part));
  return { ...matrix, rows: matrix.rows.map((row) => row.map(scale)) };
}

import type { Node } from "../read/ast";
import { variablesOf } from "../read/survey";
import type { Comparison } from "../verdict";
import type { Context } from "./context";
import { realValue } from "./real-set";

/** How far the sides of `2/3 = 0.667` may be apart, relatively, and still be meant as one value. */
const LOOSE = 5e-3;

/**
 * `\frac{1}{2} = 0.5` and `\sqrt2 \approx 1.414` against a value: one number written in several ways, any of which may be
 * the one asked for. Null unless one side is such a chain of constants that agree.
 */
export function compareWithChain(context: Context, reference: Node, candidate: Node): Comparison | null {
  const [sides, other] =
    reference.kind === "relation"
      ? [chainOf(context, reference), candidate]
      : [chainOf(context, candidate), reference];
  if (sides === null || other.kind === "relation") return null;
  const equal = sides.some((side) => context.compare(context, side, other).equal === true);
  return equal ? { equal: true, rule: "assigned-value" } : { equal: false, rule: "other-value" };
}

function chainOf(context: Context, node: Node): readonly Node[] | null {
  if (
    node.kind !== "relation" ||
    !node.operators.every((operator) => operator === "=") ||
    variablesOf(node).length > 0
  )
    return null;
  const values = node.sides.map((side) => realValue(context, side));
  const [first] = values;
  if (first === undefined || first === null) return null;
  const agree = values.every((value) => value !== null && Math.abs(value - first) <= LOOSE * Math.abs(first));
  return agree ? node.sides : null;
}

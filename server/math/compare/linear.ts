import type { Node } from "../read/ast";
import { negative, numberNode } from "../read/ast";
import { variablesOf } from "../read/survey";
import { substitute } from "../read/map-node";
import type { Context } from "./context";
import { realValue, endpointAt } from "./real-set";

/** a - b = slope * variable + offset. `direct`: where one side is the bare variable, the other side as written. */
interface LinearParts {
  readonly variable: string;
  readonly slope: Node;
  readonly offset: Node;
  readonly direct: Node | null;
}

/** The difference of two sides as a linear function of their only variable, or null. */
export function linearParts(context: Context, a: Node, b: Node): LinearParts | null {
  if (a.kind === "symbol" && endpointAt(context, b, true) !== null) {
    return { variable: a.name, slope: numberNode(1), offset: negative(b), direct: b };
  }
  if (b.kind === "symbol" && endpointAt(context, a, true) !== null) {
    return { variable: b.name, slope: numberNode(-1), offset: a, direct: a };
  }
  const difference: Node = { kind: "sum", terms: [a, negative(b)] };
  const [variable, ...others] = variablesOf(difference);
  if (variable === undefined || others.length > 0) return null;
  const at = (x: number): Node => substitute(difference, variable, numberNode(x));
  const offset = at(0);
  const slope: Node = { kind: "sum", terms: [at(1), negative(offset)] };
  return isLinear(context, { at, slope, offset }) ? { variable, slope, offset, direct: null } : null;
}

interface Candidate {
  readonly at: (x: number) => Node;
  readonly slope: Node;
  readonly offset: Node;
}

function isLinear(context: Context, { at, slope, offset }: Candidate): boolean {
  const [k, c] = [realValue(context, slope), realValue(context, offset)];
  if (k === null || c === null) return false;
  return [-3, 2, 7].every((x) => {
    const value = realValue(context, at(x));
    return value !== null && Math.abs(value - (k * x + c)) <= 1e-10 * (Math.abs(k * x) + Math.abs(c));
  });
}

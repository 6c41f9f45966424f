import { Algebra, NotScalar } from "../exact/algebra";
import { normalForm } from "../exact/normal-form";
import { isConstantForm } from "../exact/constancy";
import { evaluateForm } from "../numeric/evaluate";
import type { Node } from "../read/ast";
import type { Context } from "./context";
import { signOfInfinity } from "./compare-scalars";

/** An end of an interval: the exact value as written, and its position for ordering. */
export interface Endpoint {
  readonly node: Node;
  readonly position: number;
  readonly closed: boolean;
}

interface Interval {
  readonly low: Endpoint;
  readonly high: Endpoint;
}

/** Disjoint intervals from left to right; a point is a closed interval of length zero. */
export type RealSet = readonly Interval[];

const INFINITY: Node = { kind: "constant", name: "infinity" };
const LEFT_END: Endpoint = {
  node: { kind: "negative", body: INFINITY },
  position: Number.NEGATIVE_INFINITY,
  closed: false,
};
const RIGHT_END: Endpoint = { node: INFINITY, position: Number.POSITIVE_INFINITY, closed: false };

export const REAL_LINE: RealSet = [{ low: LEFT_END, high: RIGHT_END }];

/** The endpoint at a constant real value or at infinity, or null for anything else. */
export function endpointAt(context: Context, node: Node, closed: boolean): Endpoint | null {
  const infinite = signOfInfinity(node);
  // `[-\infty, 5)` is no interval, so its bracket must not pass for the right one.
  if (infinite !== 0) return { ...(infinite > 0 ? RIGHT_END : LEFT_END), closed };
  const position = realValue(context, node);
  return position === null ? null : { node, position, closed };
}

/** The value of a real constant, or null. */
export function realValue(context: Context, node: Node): number | null {
  const algebra = new Algebra(context.budget, "ten");
  try {
    const form = normalForm(algebra, node);
    if (!isConstantForm(form)) return null;
    const value = evaluateForm(algebra, form, { values: new Map(), real: false });
    return Number.isFinite(value.re) && Math.abs(value.im) < 1e-12 ? value.re : null;
  } catch (error) {
    if (error instanceof NotScalar) return null;
    throw error;
  }
}

export function pointSet(end: Endpoint): RealSet {
  const closed = { ...end, closed: true };
  return [{ low: closed, high: closed }];
}

/** The union in canonical form: pieces that touch are joined, so (1,2) with [2,3] is (1,3). */
export function union(pieces: readonly Interval[]): RealSet {
  const sorted = pieces
    .filter(isInhabited)
    .toSorted((a, b) => a.low.position - b.low.position || Number(b.low.closed) - Number(a.low.closed));
  const joined: Interval[] = [];
  for (const piece of sorted) {
    const last = joined.at(-1);
    if (last === undefined || !touches(last, piece)) joined.push(piece);
    else if (reachesFurther(piece.high, last.high))
      joined[joined.length - 1] = { low: last.low, high: piece.high };
  }
  return joined;
}

export function complement(set: RealSet): RealSet {
  const gaps: Interval[] = [];
  let low = LEFT_END;
  for (const piece of set) {
    gaps.push({ low, high: flipped(piece.low) });
    low = flipped(piece.high);
  }
  gaps.push({ low, high: RIGHT_END });
  return gaps.filter(isInhabited);
}

export function intersection(a: RealSet, b: RealSet): RealSet {
  return complement(union([...complement(a), ...complement(b)]));
}

function flipped(end: Endpoint): Endpoint {
  return Number.isFinite(end.position) ? { ...end, closed: !end.closed } : end;
}

function isInhabited({ low, high }: Interval): boolean {
  if (low.position === high.position) return low.closed && high.closed;
  return low.position < high.position;
}

function touches(left: Interval, right: Interval): boolean {
  if (right.low.position < left.high.position) return true;
  return right.low.position === left.high.position && (left.high.closed || right.low.closed);
}

function reachesFurther(a: Endpoint, b: Endpoint): boolean {
  return a.position > b.position || (a.position === b.position && a.closed && !b.closed);
}

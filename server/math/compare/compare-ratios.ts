import type { Node, NodeOf } from "../read/ast";
import type { Comparison } from "../verdict";
import { compareInOrder } from "./compare-items";
import type { Context } from "./context";
import { NOT_COMPARABLE } from "./context";

/** 3:4 and 6:8 are the same ratio, and 3:4 is the fraction 3/4. */
export function compareRatios(context: Context, reference: Node, candidate: Node): Comparison {
  if (reference.kind !== "ratio" || candidate.kind !== "ratio")
    return compareWithFraction(context, reference, candidate);
  if (reference.parts.length !== candidate.parts.length) return { equal: false, rule: "item-count" };
  const [a, b] = [reference.parts[0], candidate.parts[0]];
  if (a === undefined || b === undefined) return NOT_COMPARABLE;
  // `5:00` is a time: a ratio has no zero in it, and proportion would make all of them equal.
  if (reference.parts.some(isZero) || candidate.parts.some(isZero))
    return compareInOrder(context, reference.parts, candidate.parts);
  let same = true;
  for (const [at, part] of reference.parts.entries()) {
    const other = candidate.parts[at];
    if (other === undefined) return NOT_COMPARABLE;
    const outcome = context.compare(context, product(part, b), product(other, a));
    if (outcome.equal === "undecided") return outcome;
    same &&= outcome.equal;
  }
  // 1:15 and 3:45 may be times of day.
  if (same && clockLike(reference) && clockLike(candidate) && context.compare(context, a, b).equal !== true)
    return NOT_COMPARABLE;
  return same ? { equal: true, rule: "same-ratio" } : { equal: false, rule: "other-value" };
}

function compareWithFraction(context: Context, reference: Node, candidate: Node): Comparison {
  const [a, b] = [fractionOf(reference), fractionOf(candidate)];
  if (
    (reference.kind === "ratio" && clockLike(reference)) ||
    (candidate.kind === "ratio" && clockLike(candidate))
  )
    return NOT_COMPARABLE;
  if (a === null || b === null) return { equal: false, rule: "other-kind" };
  const outcome = context.compare(context, a, b);
  return outcome.equal === true ? { equal: true, rule: "same-ratio" } : outcome;
}

function fractionOf(node: Node): Node | null {
  if (node.kind !== "ratio") return node;
  const [top, bottom] = node.parts;
  return node.parts.length === 2 && top !== undefined && bottom !== undefined
    ? { kind: "quotient", top, bottom }
    : null;
}

function isZero(node: Node): boolean {
  return node.kind === "number" && node.literal.value.n === 0n;
}

function product(a: Node, b: Node): Node {
  return { kind: "product", factors: [a, b] };
}

function clockLike({ parts }: NodeOf<"ratio">): boolean {
  const minutes = parts[1];
  return (
    parts.length === 2 &&
    minutes?.kind === "number" &&
    minutes.literal.value.n >= 10n &&
    minutes.literal.value.n < 60n
  );
}

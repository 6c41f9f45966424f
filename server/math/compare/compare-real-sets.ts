import type { Node } from "../read/ast";
import type { Comparison } from "../verdict";
import type { Context } from "./context";
import { readRealSet } from "./read-real-set";
import type { Endpoint } from "./real-set";

/** Two descriptions of sets of real numbers, or null where either is no such description. */
export function compareRealSets(context: Context, reference: Node, candidate: Node): Comparison | null {
  const a = readRealSet(context, reference);
  if (a === null) return null;
  const b = readRealSet(context, candidate);
  if (b === null) return null;
  if (a.variable !== null && b.variable !== null && a.variable !== b.variable)
    return { equal: false, rule: "other-set" };
  if (a.set.length !== b.set.length) return { equal: false, rule: "other-set" };
  let open: Comparison | null = null;
  for (const [at, piece] of a.set.entries()) {
    const other = b.set[at];
    if (other === undefined) continue;
    for (const outcome of [
      compareEnds(context, piece.low, other.low),
      compareEnds(context, piece.high, other.high),
    ]) {
      if (outcome.equal === false) return { equal: false, rule: "other-set" };
      if (outcome.equal === "undecided") open = outcome;
    }
  }
  return open ?? { equal: true, rule: "same-set" };
}

function compareEnds(context: Context, a: Endpoint, b: Endpoint): Comparison {
  if (a.closed !== b.closed) return { equal: false, rule: "other-brackets" };
  return context.compare(context, a.node, b.node);
}

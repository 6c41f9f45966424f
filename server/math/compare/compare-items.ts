import type { Node } from "../read/ast";
import type { Comparison } from "../verdict";
import type { Context } from "./context";

/** Whether the items agree one by one, in their order. */
export function compareInOrder(
  context: Context,
  reference: readonly Node[],
  candidate: readonly Node[],
): Comparison {
  if (reference.length !== candidate.length) return { equal: false, rule: "item-count" };
  let open: Comparison | null = null;
  for (const [at, item] of reference.entries()) {
    const other = candidate[at];
    if (other === undefined) continue;
    const outcome = context.compare(context, item, other);
    if (outcome.equal === false) return { equal: false, rule: "other-tuple" };
    if (outcome.equal === "undecided") open = outcome;
  }
  return open ?? { equal: true, rule: "same-tuple" };
}

/** Whether each item of one has its own partner in the other. Equality is transitive, so the first partner found serves. */
export function compareInAnyOrder(
  context: Context,
  reference: readonly Node[],
  candidate: readonly Node[],
): Comparison {
  if (reference.length !== candidate.length) return { equal: false, rule: "item-count" };
  const rest = [...candidate];
  let open: Comparison | null = null;
  for (const item of reference) {
    let partner = -1;
    for (const [at, other] of rest.entries()) {
      context.budget.spend(20);
      const outcome = context.compare(context, item, other);
      if (outcome.equal === "undecided") open = outcome;
      if (outcome.equal !== true) continue;
      partner = at;
      break;
    }
    if (partner < 0) return open ?? { equal: false, rule: "other-items" };
    rest.splice(partner, 1);
  }
  return { equal: true, rule: "same-items" };
}

/** A set without repeated elements. */
export function distinct(context: Context, items: readonly Node[]): readonly Node[] {
  const kept: Node[] = [];
  for (const item of items) {
    context.budget.spend(20);
    if (!kept.some((known) => context.compare(context, known, item).equal === true)) kept.push(item);
  }
  return kept;
}

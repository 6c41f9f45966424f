import type { Node, NodeOf } from "../read/ast";
import type { Comparison } from "../verdict";
import { compareInAnyOrder, compareInOrder } from "./compare-items";
import type { Context } from "./context";
import { NOT_COMPARABLE, under } from "./context";
import { readAssignment } from "./assignment";

type Tuple = NodeOf<"tuple">;

/** Two tuples, points, vectors or symbolic intervals: entries in their order, and brackets of the same meaning. */
export function compareTuples(context: Context, reference: Tuple, candidate: Tuple): Comparison {
  if (meaning(reference) !== meaning(candidate)) {
    const entries = compareInOrder(context, reference.items, candidate.items);
    return entries.equal === false ? entries : { equal: false, rule: "other-brackets" };
  }
  if (context.options.orderFree === true) return compareInAnyOrder(context, reference.items, candidate.items);
  return compareInOrder(context, reference.items, candidate.items);
}

/** `\langle 1,2 \rangle` is the point (1,2); any square bracket makes an interval or an array. */
function meaning({ open, close }: Tuple): string {
  return open === "<" ? "()" : open + close;
}

/** A tuple against bare items: the brackets were left out, so the order still counts. */
export function compareTupleWithList(
  context: Context,
  pair: { tuple: Tuple; list: readonly Node[]; swapped: boolean },
): Comparison {
  const { tuple, swapped } = pair;
  const list = pair.list.map((item) => readAssignment(item)?.value ?? item);
  if (meaning(tuple) !== "()") {
    // `[1, 2, 3]` is how programs print a list; with two entries it may be an interval.
    const nested = tuple.items.every(({ kind }) => kind === "tuple");
    if ((tuple.items.length < 3 && !nested) || meaning(tuple) !== "[]") return NOT_COMPARABLE;
    return swapped
      ? compareInAnyOrder(context, list, tuple.items)
      : compareInAnyOrder(context, tuple.items, list);
  }
  const compareItems = context.options.orderFree === true ? compareInAnyOrder : compareInOrder;
  const outcome = swapped
    ? compareItems(context, list, tuple.items)
    : compareItems(context, tuple.items, list);
  return outcome.equal === "undecided"
    ? outcome
    : under(outcome, { same: "same-tuple", other: "other-tuple" });
}

import type { Node } from "./ast";
import { negative } from "./ast";
import { mapChildren } from "./map-node";
import { some } from "./survey";

/**
 * Every `\pm` read both ways: `3 \pm \sqrt2` is a list of two, and the items of a list are each doubled in place.
 * All signs of one item change together, as they are meant to where `\mp` occurs.
 */
export function splitPlusMinus(node: Node): Node {
  if (!hasPlusMinus(node)) return node;
  if (node.kind === "list" || node.kind === "set") {
    const items = node.items.flatMap((item) => {
      const split = splitPlusMinus(item);
      return split.kind === "list" && split !== item ? split.items : [split];
    });
    return { ...node, items };
  }
  return { kind: "list", joiner: "or", items: [choose(node, 1), choose(node, -1)] };
}

export function hasPlusMinus(node: Node): boolean {
  return some(node, (part) => part.kind === "plus-minus");
}

function choose(node: Node, reading: 1 | -1): Node {
  if (node.kind !== "plus-minus") return mapChildren(node, (child) => choose(child, reading));
  const body = choose(node.body, reading);
  return node.sign === reading ? body : negative(body);
}

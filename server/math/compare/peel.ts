import { readUnit } from "../read/units";
import type { Unit } from "../read/units";
import type { Node } from "../read/ast";
import { negative } from "../read/ast";

/** A value without its unit, and what the unit said. */
export interface Peeled {
  readonly body: Node;
  readonly unit: Unit | null;
  readonly percent: boolean;
  readonly degrees: boolean;
}

export function peel(node: Node): Peeled {
  if (node.kind === "percent") return { ...peel(node.body), percent: true };
  if (node.kind === "degrees") return { ...peel(node.body), degrees: true };
  if (node.kind === "quantity") return peelQuantity(node.body, node.unit);
  if (node.kind !== "negative") return plain(node);
  const inner = peel(node.body);
  return inner.body === node.body ? plain(node) : { ...inner, body: negative(inner.body) };
}

function plain(body: Node): Peeled {
  return { body, unit: null, percent: false, degrees: false };
}

function peelQuantity(body: Node, words: string): Peeled {
  const inner = peel(body);
  if (/^(?:percent|per cent|pct|percentage)\b/i.test(words)) return { ...inner, percent: true };
  const unit = readUnit(words);
  if (unit?.dimension === "angle") return { ...inner, degrees: true };
  return { ...inner, unit: unit ?? inner.unit };
}

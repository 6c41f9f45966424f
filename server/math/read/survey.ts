import type { Node } from "./ast";
import { childrenOf } from "./children";

/** Whether any part of a node passes a test. */
export function some(node: Node, test: (part: Node) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => some(child, test));
}

/** The most digits after a decimal point anywhere in a node; 0 where everything is exact. */
export function placesOf(node: Node): number {
  let most = node.kind === "number" ? node.literal.places : 0;
  for (const child of childrenOf(node)) most = Math.max(most, placesOf(child));
  return most;
}

/** A number as written, perhaps with a sign. */
export function isPlainNumber(node: Node): boolean {
  return node.kind === "number" ? isTerminating(node) : node.kind === "negative" && isPlainNumber(node.body);
}

/** A repeating decimal is a fraction, however it is written. */
function isTerminating(node: Extract<Node, { kind: "number" }>): boolean {
  return node.literal.places > 0 || node.literal.value.d === 1n;
}

/** A `log` without a base, which means base ten in schools and base e in analysis. */
export function hasBareLogarithm(node: Node): boolean {
  return some(node, (part) => part.kind === "call" && part.name === "log" && part.args.length === 1);
}

/** Names of the variables in a node, in order of first appearance. */
export function variablesOf(node: Node): readonly string[] {
  const names = new Set<string>();
  collect(node, names);
  return [...names];
}

function collect(node: Node, names: Set<string>): void {
  if (node.kind === "symbol") names.add(node.name);
  for (const child of childrenOf(node)) collect(child, names);
}

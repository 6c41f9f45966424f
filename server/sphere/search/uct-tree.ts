import type { SphereConfig } from "../config";
import type { SearchPath } from "./search";
import { IGNORANCE, nodeValue, outcomeValue, selectionScore } from "./uct-value";

/** A kept node. Its W and N are the search tree's: the outcomes of the policy's rollouts through it. */
export interface UctNode {
  readonly path: SearchPath;
  readonly parent: UctNode | null;
  /** The best and the worst plausible child, once expanded. */
  children: readonly UctNode[] | null;
  /** Candidates that were valued and not kept. */
  pruned: readonly UctNode[];
  /** O: selections under way through this node. */
  inFlight: number;
}

type UctConfig = Pick<SphereConfig, "exploration" | "scoreWeight">;

export function uctNode(path: SearchPath, parent: UctNode | null): UctNode {
  return { path, parent, children: null, pruned: [], inFlight: 0 };
}

/** Whether there is a leaf under the node that can be expanded and is not being expanded. */
export function isOpen(node: UctNode): boolean {
  if (node.children !== null) return node.children.some(isOpen);
  return node.path.ended === null && node.inFlight === 0;
}

/** Q with the node's prior: what a model says of it, else its parent's Q. */
function qOf(node: UctNode): number {
  const prior = node.path.value?.model ?? (node.parent === null ? IGNORANCE : qOf(node.parent));
  return outcomeValue(node.path.node, prior);
}

export function valueOf(node: UctNode, { scoreWeight }: UctConfig): number {
  const { value } = node.path;
  const isTrained = value?.kind === "prm";
  return nodeValue({ outcome: qOf(node), prm: isTrained ? value.model : null, scoreWeight });
}

/** The open leaf that the rule leads to, or null; equal scores: the best child before the worst. */
export function selectLeaf(root: UctNode, config: UctConfig): UctNode | null {
  if (!isOpen(root)) return null;
  let node = root;
  while (node.children !== null) {
    const parentVisits = visitsOf(node);
    const score = (child: UctNode) =>
      selectionScore({
        value: valueOf(child, config),
        visits: visitsOf(child),
        parentVisits,
        exploration: config.exploration,
      });
    const [next] = node.children.filter(isOpen).toSorted((a, b) => score(b) - score(a));
    if (next === undefined) return null;
    node = next;
  }
  return node;
}

const visitsOf = ({ path, inFlight }: UctNode) => path.node.visits + inFlight;

/** Adds to O of a node and all above it. */
export function addInFlight(node: UctNode, change: 1 | -1): void {
  for (let at: UctNode | null = node; at !== null; at = at.parent) at.inFlight += change;
}

/** A node with all below it, those that were not kept too. */
export function allNodes(node: UctNode): UctNode[] {
  return [node, ...[...(node.children ?? []), ...node.pruned].flatMap(allNodes)];
}

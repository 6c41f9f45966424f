import { childrenOf } from "./children-of";
import { stepKey } from "@/server/sphere/step-key";
import type { ChainWithSteps, TreeEdge } from "./tree.repo";

/** Where a node hangs: the steps from the first to its own, and the chains that end at or below it. */
export interface NodePlace {
  readonly steps: readonly string[];
  readonly chainIds: ReadonlySet<string>;
}

/** @param edges all nodes of the tree that holds the node */
export function placeOfNode(edges: readonly TreeEdge[], nodeId: string): NodePlace {
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const steps: string[] = [];
  const seen = new Set<string>();
  let at = byId.get(nodeId);
  while (at !== undefined && at.parentId !== null && !seen.has(at.id)) {
    seen.add(at.id);
    steps.unshift(at.step);
    at = byId.get(at.parentId);
  }
  const children = childrenOf(edges);
  const below = new Set([nodeId]);
  const chainIds = new Set<string>();
  for (const id of below) {
    const chainId = byId.get(id)?.chainId ?? null;
    if (chainId !== null) chainIds.add(chainId);
    for (const child of children.get(id) ?? []) below.add(child.id);
  }
  return { steps, chainIds };
}

/**
 * The chains that go through a node: those that end in its subtree, and those whose first steps are its own as
 * the tree merges them, for a text that the tree already had leaves no end of its own.
 */
export function chainsThrough(chains: readonly ChainWithSteps[], place: NodePlace): ChainWithSteps[] {
  const keys = place.steps.map((step) => stepKey(step));
  return chains.filter(
    ({ id, steps }) =>
      place.chainIds.has(id) ||
      place.steps.every((own, at) => {
        const step = steps[at];
        return step !== undefined && (step === own || stepKey(step) === keys[at]);
      }),
  );
}

import { childrenOf } from "./children-of";
import { stepKey } from "@/server/sphere/step-key";

interface EndingNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly step: string;
  readonly chainId: string | null;
}

interface SteppedChain {
  readonly id: string;
  readonly steps: readonly string[];
}

/**
 * The place, in the list of nodes, where each chain ends: where a node names it, else where its steps lead as the
 * tree merges equal ones. A chain that leaves the tree has no place.
 * @param others chains that no node names
 */
export function chainEnds(
  nodes: readonly EndingNode[],
  others: readonly SteppedChain[],
): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const [place, { chainId }] of nodes.entries()) if (chainId !== null) ends.set(chainId, place);
  if (others.length === 0) return ends;
  const children = childrenOf(nodes.map((node, place) => ({ ...node, place })));
  for (const { id, steps } of others) {
    let at = children.get(null)?.[0];
    for (const step of steps) {
      const below = (at === undefined ? undefined : children.get(at.id)) ?? [];
      at =
        below.find((node) => node.step === step) ??
        below.find((node) => stepKey(node.step) === stepKey(step));
    }
    if (at !== undefined) ends.set(id, at.place);
  }
  return ends;
}

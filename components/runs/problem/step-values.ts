import { stepKey } from "@/server/sphere/step-key";

interface ValuedNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly step: string;
  readonly visits: number;
  readonly wins: number;
}

/** Tree nodes by parent, made once for all chains of a problem. */
export type NodeIndex<Node extends ValuedNode> = ReadonlyMap<string | null, readonly Node[]>;

export function indexNodes<Node extends ValuedNode>(nodes: readonly Node[]): NodeIndex<Node> {
  const index = new Map<string | null, Node[]>();
  for (const node of nodes) {
    const siblings = index.get(node.parentId);
    if (siblings === undefined) index.set(node.parentId, [node]);
    else siblings.push(node);
  }
  return index;
}

/** The tree's node of each step of a chain, as the tree merges equal steps; null from where it has none. */
export function nodesOfSteps<Node extends ValuedNode>(
  steps: readonly string[],
  index: NodeIndex<Node>,
): (Node | null)[] {
  let parent: Node | null = index.get(null)?.[0] ?? null;
  return steps.map((step) => {
    if (parent === null) return null;
    const siblings: readonly Node[] = index.get(parent.id) ?? [];
    parent =
      siblings.find((node) => node.step === step) ??
      siblings.find((node) => stepKey(node.step) === stepKey(step)) ??
      null;
    return parent;
  });
}

/** A node of the search tree as the API gives it. */
export interface OutlineNode {
  readonly id: string;
  readonly parentId: string | null;
}

/** Steps that follow one another without a choice, and the branches where the tree forks after them. */
export interface Branch<Node extends OutlineNode> {
  /** Id of the first step. */
  readonly id: string;
  readonly steps: readonly Node[];
  readonly branches: readonly Branch<Node>[];
  /** Nodes in it, all branches included. */
  readonly size: number;
}

/**
 * Folds a tree into runs of steps, so that only a fork indents: a solution of twelve steps stays one column.
 * `nodes` come parents first; the root, which has no step, is left out. Nodes without their parent are left out.
 */
export function outline<Node extends OutlineNode>(nodes: readonly Node[]): Branch<Node>[] {
  const children = new Map<string | null, Node[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parentId);
    if (siblings === undefined) children.set(node.parentId, [node]);
    else siblings.push(node);
  }
  const childrenOf = (node: Node): Node[] => children.get(node.id) ?? [];
  const grow = (first: Node): Branch<Node> => {
    const steps = [first];
    let next = childrenOf(first);
    while (next.length === 1 && next[0] !== undefined) {
      steps.push(next[0]);
      next = childrenOf(next[0]);
    }
    const branches = next.map(grow);
    return {
      id: first.id,
      steps,
      branches,
      size: branches.reduce((sum, branch) => sum + branch.size, steps.length),
    };
  };
  return (children.get(null) ?? []).flatMap(childrenOf).map(grow);
}

/** Ids of the branches that hold a node, from the outside in. */
export function branchesTo<Node extends OutlineNode>(
  branches: readonly Branch<Node>[],
  nodeId: string,
): string[] {
  for (const branch of branches) {
    if (branch.steps.some((step) => step.id === nodeId)) return [branch.id];
    const below = branchesTo(branch.branches, nodeId);
    if (below.length > 0) return [branch.id, ...below];
  }
  return [];
}

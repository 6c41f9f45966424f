/** Nodes by the id of their parent, in their order; the root under null. */
export function childrenOf<Node extends { readonly parentId: string | null }>(
  nodes: readonly Node[],
): ReadonlyMap<string | null, readonly Node[]> {
  const children = new Map<string | null, Node[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parentId);
    if (siblings === undefined) children.set(node.parentId, [node]);
    else siblings.push(node);
  }
  return children;
}

import type { StageOutcome, TreeNode } from "../types";

/**
 * What is wrong with an outcome's growth, in words: played again from the nodes of the stage before, it must give
 * the tree of the outcome, its nodes in order and every count.
 */
export function brokenGrowth(
  { growth, nodes }: Pick<StageOutcome, "growth" | "nodes">,
  before: readonly TreeNode[] = [],
): string[] {
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]));
  const root = nodes.find(({ parentId }) => parentId === null)?.id ?? "";
  const known = new Set([root, ...before.map(({ id }) => id)]);
  const counts = new Map(before.map(({ id, visits, wins }) => [id, { visits, wins }]));
  const wrong: string[] = [];
  for (const { kind, from, added, counted, best, worst } of growth) {
    if (!known.has(from)) wrong.push(`${kind} starts from a node that is not there`);
    for (const id of added) {
      if (known.has(id)) wrong.push(`${kind} adds a node that is there`);
      if (!known.has(parents.get(id) ?? "")) wrong.push(`${kind} adds a child before its parent`);
      known.add(id);
    }
    for (const { end, right } of counted)
      for (let at: string | null = end; at !== null; at = parents.get(at) ?? null) {
        const { visits = 0, wins = 0 } = counts.get(at) ?? {};
        counts.set(at, { visits: visits + 1, wins: wins + (right ? 1 : 0) });
      }
    for (const kept of [best, worst])
      if (kept !== null && parents.get(kept) !== from) wrong.push(`${kind} keeps what is no child`);
  }
  for (const { id, visits, wins } of nodes) {
    if (!known.has(id)) wrong.push(`${id} never grew`);
    const { visits: replayed = 0, wins: won = 0 } = counts.get(id) ?? {};
    if (replayed !== visits || won !== wins) wrong.push(`${id} is counted otherwise`);
  }
  return wrong;
}

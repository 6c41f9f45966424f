/**
 * `components/runs/tree` owns the page of one search tree: what is shown of it (fold), where it stands (layout),
 * how it grew (replay), how a person moves through it (navigate, find), and how that is drawn. Everything that
 * decides is pure; `paint` and the components draw what was decided. It never imports a service or `db`.
 */
import type { UnpackedTree } from "@/server/runs/tree.service";

/** A node by its place in the columns. The root is 0 unless the tree is empty. */
export type Place = number;

/** A search tree made ready for walking: columns, and what hangs where. */
export interface Tree {
  readonly columns: UnpackedTree;
  /** Number of nodes, unreachable ones included. */
  readonly size: number;
  readonly root: Place;
  readonly placeOf: ReadonlyMap<string, Place>;
  readonly parent: readonly Place[];
  readonly depth: readonly number[];
  readonly children: readonly (readonly Place[])[];
  /** Every node that the root reaches, parents first, each subtree in one piece. */
  readonly order: readonly Place[];
  /** Nodes below each. */
  readonly below: readonly number[];
  /** Of the ends at or below each: right ones, wrong ones, others. */
  readonly ends: readonly Ends[];
}

export interface Ends {
  readonly right: number;
  readonly wrong: number;
  readonly other: number;
}

export type EndKind = keyof Ends;

/** Which of the three the end of a chain is; null where none ends. */
export function endOf(tree: Pick<Tree, "columns">, place: Place): EndKind | null {
  const verdict = tree.columns.verdict[place] ?? null;
  if (verdict === null) return null;
  return verdict === "correct" ? "right" : verdict === "incorrect" ? "wrong" : "other";
}

/** Null for a tree without nodes. Nodes whose parent is missing are not part of it. */
export function buildTree(columns: UnpackedTree): Tree | null {
  const size = columns.id.length;
  const root = columns.parent.indexOf(-1);
  if (root < 0) return null;
  const children: Place[][] = Array.from({ length: size }, () => []);
  for (const [place, parent] of columns.parent.entries()) children[parent]?.push(place);
  const depth = Array.from({ length: size }, () => 0);
  const order: Place[] = [];
  const stack = [root];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    order.push(place);
    for (const child of (children[place] ?? []).toReversed()) {
      depth[child] = (depth[place] ?? 0) + 1;
      stack.push(child);
    }
  }
  const below = Array.from({ length: size }, () => 0);
  const ends = Array.from({ length: size }, () => ({ right: 0, wrong: 0, other: 0 }));
  for (const place of order.toReversed()) {
    const own = ends[place];
    const kind = endOf({ columns }, place);
    if (own !== undefined && kind !== null) own[kind] += 1;
    const parent = columns.parent[place] ?? -1;
    const above = ends[parent];
    if (own === undefined || above === undefined) continue;
    below[parent] = (below[parent] ?? 0) + (below[place] ?? 0) + 1;
    for (const each of ["right", "wrong", "other"] as const) above[each] += own[each];
  }
  const placeOf = new Map(order.map((place) => [columns.id[place] ?? "", place]));
  return { columns, size, root, placeOf, parent: columns.parent, depth, children, order, below, ends };
}

/** The nodes from the root to a node, both included. */
export function pathTo(tree: Tree, place: Place): Place[] {
  const path: Place[] = [];
  for (let at = place; at >= 0; at = tree.parent[at] ?? -1) path.unshift(at);
  return path;
}

/** The nodes that are the first wrong step of a chain. */
export function firstWrongSteps(tree: Tree): ReadonlySet<Place> {
  const found = tree.columns.chains.flatMap(({ end, firstWrongStep }) => {
    const place = firstWrongStep === null || end < 0 ? undefined : pathTo(tree, end)[firstWrongStep + 1];
    return place === undefined ? [] : [place];
  });
  return new Set(found);
}

/** Monte-Carlo value W/N in [0, 1]; null before the first rollout. */
export function valueOf(counts: { readonly visits: number; readonly wins: number }): number | null {
  return counts.visits === 0 ? null : counts.wins / counts.visits;
}

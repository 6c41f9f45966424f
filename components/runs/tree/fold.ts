import type { PruneReason } from "@/server/sphere/types";
import { pathTo, type Place, type Tree } from "./tree";

/** What stands on the page: a node, or one line for the pruned children of a node. */
export interface Item {
  /** The node's id, or `pruned/` and the parent's id. */
  readonly key: string;
  readonly kind: "node" | "pruned";
  /** The node; of a pruned line, the parent. */
  readonly place: Place;
  /** Index of the item above in the view; -1 at the root. */
  readonly parent: number;
  readonly depth: number;
  /** Whether what it holds is shown; null where it holds nothing. */
  readonly open: boolean | null;
  /** Nodes that are folded away under it. */
  readonly hidden: number;
}

/** The items of a folded tree in drawing order, parents first, and the items under each. */
export interface View {
  readonly items: readonly Item[];
  readonly children: readonly (readonly number[])[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** What a person opened or folded, by item key; the rest is as `openAtFirst` has it. */
export type Choices = ReadonlyMap<string, boolean>;

export const prunedKey = (nodeId: string): string => `pruned/${nodeId}`;

/** Nodes shown before a large tree is folded. */
export const SHOWN_AT_FIRST = 80;

const isPruned = (tree: Tree, place: Place): boolean => (tree.columns.pruned[place] ?? null) !== null;

/**
 * The nodes that are open before a person chose: all of a small tree, else the most visited ones until `most`
 * nodes are shown. Pruned branches are not counted: they start folded.
 */
export function openAtFirst(tree: Tree, most: number): ReadonlySet<Place> {
  const open = new Set<Place>();
  const followed = (place: Place): Place[] =>
    (tree.children[place] ?? []).filter((child) => !isPruned(tree, child));
  const frontier = [tree.root];
  let shown = 1;
  while (frontier.length > 0) {
    let at = 0;
    for (let index = 1; index < frontier.length; index++)
      if (visits(tree, frontier[index]) > visits(tree, frontier[at])) at = index;
    const [place] = frontier.splice(at, 1);
    if (place === undefined) break;
    const next = followed(place);
    if (place !== tree.root && shown + next.length > most) continue;
    open.add(place);
    shown += next.length;
    frontier.push(...next.filter((child) => (tree.children[child]?.length ?? 0) > 0));
  }
  return open;
}

function visits(tree: Tree, place: Place | undefined): number {
  return place === undefined ? -1 : (tree.columns.visits[place] ?? 0);
}

export interface FoldState {
  readonly atFirst: ReadonlySet<Place>;
  readonly choices: Choices;
  /** Always in view: every item above it is open. */
  readonly selected: Place | null;
}

/** The items to show. */
export function viewOf(tree: Tree, { atFirst, choices, selected }: FoldState): View {
  const items: Item[] = [];
  const children: number[][] = [];
  const path = selected === null ? [] : pathTo(tree, selected);
  const above = new Set(path.slice(0, -1));
  const prunedOnPath = new Set(path.filter((place) => isPruned(tree, place)).map((p) => tree.parent[p]));
  const add = (item: Item): number => {
    const index = items.push(item) - 1;
    children.push([]);
    children[item.parent]?.push(index);
    return index;
  };
  const isPrunedOpen = (place: Place, id: string): boolean =>
    prunedOnPath.has(place) || (choices.get(prunedKey(id)) ?? false);
  const addPruned = (entry: { readonly place: number; readonly parent: number; readonly depth: number }) => {
    const place = ~entry.place;
    const id = tree.columns.id[place] ?? "";
    const open = isPrunedOpen(place, id);
    const hidden = open ? 0 : countPruned(tree, place);
    add({ ...entry, key: prunedKey(id), kind: "pruned", place, open, hidden });
  };
  const stack: { readonly place: Place; readonly parent: number; readonly depth: number }[] = [
    { place: tree.root, parent: -1, depth: 0 },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { place, parent, depth } = next;
    const id = tree.columns.id[place] ?? "";
    if (place < 0) {
      addPruned(next);
      continue;
    }
    const below = tree.children[place] ?? [];
    const open = above.has(place) || (choices.get(id) ?? atFirst.has(place));
    const index = add({
      key: id,
      kind: "node",
      place,
      parent,
      depth,
      open: below.length === 0 ? null : open,
      hidden: open ? 0 : (tree.below[place] ?? 0),
    });
    if (!open) continue;
    const pruned = below.filter((child) => isPruned(tree, child));
    const kept = below.filter((child) => !isPruned(tree, child));
    const shown = pruned.length > 0 && isPrunedOpen(place, id) ? pruned : [];
    for (const child of shown.toReversed()) stack.push({ place: child, parent: index, depth: depth + 1 });
    // A pruned line is marked by the complement of its parent's place, which is below zero.
    if (pruned.length > 0) stack.push({ place: ~place, parent: index, depth: depth + 1 });
    for (const child of kept.toReversed()) stack.push({ place: child, parent: index, depth: depth + 1 });
  }
  return { items, children, indexOf: new Map(items.map(({ key }, index) => [key, index])) };
}

/** Nodes in the pruned branches right under a node. */
function countPruned(tree: Tree, place: Place): number {
  return (tree.children[place] ?? [])
    .filter((child) => isPruned(tree, child))
    .reduce((sum, child) => sum + 1 + (tree.below[child] ?? 0), 0);
}

/** How many children of a node were pruned, by reason, the most frequent first. */
export function prunedReasons(tree: Tree, place: Place): [reason: PruneReason, count: number][] {
  const counts = new Map<PruneReason, number>();
  for (const child of tree.children[place] ?? []) {
    const reason = tree.columns.pruned[child] ?? null;
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** What must be open for a node to be in view: the nodes above it, and the pruned lines on the way. */
function keysAbove(tree: Tree, place: Place): { readonly key: string; readonly node: Place | null }[] {
  return pathTo(tree, place).flatMap((at) => {
    const parent = tree.parent[at] ?? -1;
    if (parent < 0) return [];
    const key = tree.columns.id[parent] ?? "";
    const own = { key, node: parent };
    return isPruned(tree, at) ? [own, { key: prunedKey(key), node: null }] : [own];
  });
}

/** Whether a node is in view without being selected. */
export function isShown(
  tree: Tree,
  place: Place,
  { atFirst, choices }: Omit<FoldState, "selected">,
): boolean {
  return keysAbove(tree, place).every(
    ({ key, node }) => choices.get(key) ?? (node !== null && atFirst.has(node)),
  );
}

/** Choices under which a node is in view; the same ones where they have it in view already. */
export function opened(tree: Tree, choices: Choices, place: Place): Choices {
  const closed = keysAbove(tree, place).filter(({ key }) => choices.get(key) !== true);
  if (closed.length === 0) return choices;
  return new Map([...choices, ...closed.map(({ key }) => [key, true] as const)]);
}

/** Choices under which every node is shown. */
export function everythingOpen(tree: Tree): Choices {
  const ids = tree.order.map((place) => tree.columns.id[place] ?? "");
  return new Map(ids.flatMap((id) => [[id, true] as const, [prunedKey(id), true] as const]));
}

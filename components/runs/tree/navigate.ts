import type { View } from "./fold";
import type { Place, Tree } from "./tree";

export const MOVES = ["parent", "child", "previous", "next", "first"] as const;
export type Move = (typeof MOVES)[number];

/**
 * Where a move leads, as an index of the view; the same index where there is nothing. Previous and next are
 * siblings; past the last sibling, the nearest item of the same depth. First is the root.
 */
export function moved(view: View, from: number, move: Move): number {
  return ways[move](view, from);
}

const ways: Readonly<Record<Move, (view: View, from: number) => number>> = {
  parent: ({ items }, from) => Math.max(items[from]?.parent ?? -1, 0),
  child: ({ children }, from) => children[from]?.[0] ?? from,
  previous: (view, from) => besides(view, from, -1),
  next: (view, from) => besides(view, from, 1),
  first: () => 0,
};

/** Items are in drawing order, so that the next of the same depth is a sibling where there is one. */
function besides({ items }: View, from: number, step: 1 | -1): number {
  const depth = items[from]?.depth;
  for (let at = from + step; at >= 0 && at < items.length; at += step) {
    if (items[at]?.depth === depth) return at;
  }
  return from;
}

/** The end of the path that goes on from a node along the most visited steps, pruned ones only where no other is. */
export function endOfPath({ children, columns }: Tree, from: Place): Place {
  let at = from;
  for (;;) {
    const below = children[at] ?? [];
    const kept = below.filter((child) => (columns.pruned[child] ?? null) === null);
    const [next] = (kept.length > 0 ? kept : below).toSorted(
      (a, b) => (columns.visits[b] ?? 0) - (columns.visits[a] ?? 0),
    );
    if (next === undefined) return at;
    at = next;
  }
}

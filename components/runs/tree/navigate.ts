import type { View } from "./fold";

export const MOVES = ["parent", "child", "previous", "next", "first", "last"] as const;
export type Move = (typeof MOVES)[number];

/**
 * Where a move leads, as an index of the view; the same index where there is nothing. Previous and next are
 * siblings; past the last sibling, the nearest item of the same depth. First is the root, last the end of the
 * path that goes on along first children.
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
  last: ({ children }, from) => {
    let at = from;
    for (let child = children[at]?.[0]; child !== undefined; child = children[at]?.[0]) at = child;
    return at;
  },
};

/** Items are in drawing order, so that the next of the same depth is a sibling where there is one. */
function besides({ items }: View, from: number, step: 1 | -1): number {
  const depth = items[from]?.depth;
  for (let at = from + step; at >= 0 && at < items.length; at += step) {
    if (items[at]?.depth === depth) return at;
  }
  return from;
}

import type { View } from "./fold";

/** World units, pixels at scale 1: how far a depth is from the next, and a line from the next. */
export const COLUMN = 264;
export const LINE = 46;
/** The part of a column in which a step is written; the edges run in the rest. */
export const STEP_WIDTH = 208;
const BETWEEN_BRANCHES = 10;

export interface Layout {
  /** Left end and baseline of each item, by its index in the view. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly bounds: Box;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where each item stands: depth to the right, and on the line of its first child, so that the first path is
 * written on one line and every other branch begins below all of the one before. The tree is read from the top
 * left, as a page is.
 */
export function layOut({ items, children }: View): Layout {
  const x = items.map(({ depth }) => depth * COLUMN);
  const y = items.map(() => 0);
  let line = 0;
  for (const [index, { parent }] of items.entries()) {
    const isFirst = index === 0 || children[parent]?.[0] === index;
    if (!isFirst) line += LINE + between(children, index);
    y[index] = line;
  }
  const deepest = items.reduce((most, { depth }) => Math.max(most, depth), -1);
  return {
    x,
    y,
    bounds: {
      left: 0,
      top: -LINE,
      right: (deepest + 1) * COLUMN,
      bottom: items.length === 0 ? 0 : line + LINE / 2,
    },
  };
}

/** A branch that forks keeps some distance from the one before. */
function between(children: View["children"], index: number): number {
  return (children[index]?.length ?? 0) > 0 ? BETWEEN_BRANCHES : 0;
}

/** The item at a point of the world, or -1: its line, from its left end to where its edges begin. */
export function itemAt(layout: Layout, point: { readonly x: number; readonly y: number }): number {
  const column = Math.floor(point.x / COLUMN);
  if (point.x - column * COLUMN > STEP_WIDTH) return -1;
  for (const [index, y] of layout.y.entries()) {
    if (layout.x[index] === column * COLUMN && point.y > y - LINE + 8 && point.y <= y + 8) return index;
  }
  return -1;
}

/** Items that touch a box of the world. */
export function itemsIn(layout: Layout, box: Box): number[] {
  const found: number[] = [];
  for (const [index, y] of layout.y.entries()) {
    const x = layout.x[index] ?? 0;
    if (x < box.right && x + STEP_WIDTH > box.left && y > box.top && y - LINE < box.bottom) found.push(index);
  }
  return found;
}

import { hierarchy, tree as tidyTree } from "d3-hierarchy";
import type { View } from "./fold";

/** World units, pixels at scale 1: how far a depth is from the next, and a line from the next. */
export const COLUMN = 264;
export const LINE = 46;
/** The part of a column in which a step is written; the edges run in the rest. */
export const STEP_WIDTH = 208;
const BETWEEN_FAMILIES = 1.2;

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
 * Where each item stands: depth to the right, siblings below one another, a parent in the middle of its children
 * (Reingold and Tilford's tidy tree, linear in the number of items).
 */
export function layOut({ items, children }: View): Layout {
  const x = items.map(({ depth }) => depth * COLUMN);
  const y = items.map(() => 0);
  if (items.length === 0) return { x, y, bounds: { left: 0, top: 0, right: 0, bottom: 0 } };
  const place = tidyTree<number>()
    .nodeSize([LINE, COLUMN])
    .separation((a, b) => (a.parent === b.parent ? 1 : BETWEEN_FAMILIES));
  let [top, bottom, right] = [Infinity, -Infinity, 0];
  place(hierarchy(0, (index) => children[index])).each((node) => {
    y[node.data] = node.x;
    top = Math.min(top, node.x);
    bottom = Math.max(bottom, node.x);
    right = Math.max(right, x[node.data] ?? 0);
  });
  return { x, y, bounds: { left: 0, top: top - LINE, right: right + COLUMN, bottom: bottom + LINE / 2 } };
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

"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { View } from "./fold";
import { COLUMN, itemsIn, LINE, type Layout } from "./layout";
import { WORDS_FROM } from "./paint-marks";
import { visibleBox } from "./transform";
import type { Viewport } from "./viewport";

const AROUND = 160;
const LINES_AT_ONCE = 4;
const MOST = 400;
const MOST_BESIDES = 40;

interface ShownItems {
  /** Indices of the items to write out, in drawing order. */
  readonly indices: readonly number[];
  /** Whether the scale lets words be read. */
  readonly words: boolean;
}

/**
 * The items that are on the screen or just beside it, and always those that the arrow keys lead to from `index`.
 * It changes only when the window has moved by some lines, not with every frame.
 */
export function useShownItems(
  viewport: Viewport,
  place: Readonly<{ view: View; layout: Layout; index: number }>,
): ShownItems {
  const { view, layout, index } = place;
  const tiles = useSyncExternalStore(
    viewport.subscribe,
    () => tilesOf(viewport),
    () => "",
  );
  return useMemo(() => {
    const near = neighbourhood(view, index);
    const [left, top, right, bottom] = tiles.split(" ").map(Number);
    if (left === undefined || top === undefined || right === undefined || bottom === undefined)
      return { indices: near.toSorted((a, b) => a - b), words: false };
    const box = {
      left: left * COLUMN,
      top: top * LINE * LINES_AT_ONCE,
      right: right * COLUMN,
      bottom: bottom * LINE * LINES_AT_ONCE,
    };
    const all = new Set([...near, ...itemsIn(layout, box).slice(0, MOST)]);
    return { indices: [...all].toSorted((a, b) => a - b), words: true };
  }, [tiles, view, layout, index]);
}

/** The visible part of the world in whole columns and groups of lines; "" where words would be too small. */
function tilesOf(viewport: Viewport): string {
  const transform = viewport.transform();
  const size = viewport.size();
  if (transform.k < WORDS_FROM || size.width === 0) return "";
  const box = visibleBox(transform, size, AROUND);
  const lines = LINE * LINES_AT_ONCE;
  return [
    Math.floor(box.left / COLUMN),
    Math.floor(box.top / lines),
    Math.ceil(box.right / COLUMN),
    Math.ceil(box.bottom / lines),
  ].join(" ");
}

/** The way up from an item, its siblings and its children. */
function neighbourhood({ items, children }: View, index: number): number[] {
  const near = [index];
  for (let at = items[index]?.parent ?? -1; at >= 0; at = items[at]?.parent ?? -1) near.push(at);
  const siblings = children[items[index]?.parent ?? -1] ?? [];
  const here = siblings.indexOf(index);
  near.push(...siblings.slice(Math.max(0, here - MOST_BESIDES), here + MOST_BESIDES));
  near.push(...(children[index] ?? []).slice(0, MOST_BESIDES));
  return [...new Set(near)];
}

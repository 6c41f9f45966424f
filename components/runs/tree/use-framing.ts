"use client";

import { useLayoutEffect, useRef, type RefObject } from "react";
import { LINE, STEP_WIDTH, type Box, type Layout } from "./layout";
import type { View } from "./fold";
import { firstShown, revealed } from "./transform";
import type { Viewport } from "./viewport";

interface Framed {
  readonly view: View;
  readonly layout: Layout;
  /** Index of the item with the focus. */
  readonly index: number;
}

/**
 * Keeps the window where a person expects it: first on the tree or on what the link points at; when branches fold,
 * the item with the focus stays where it was on the screen; and an item that gets the focus comes into view.
 */
export function useFraming(host: RefObject<HTMLElement | null>, viewport: Viewport, framed: Framed): void {
  const before = useRef<Framed | null>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const measure = (): void => {
      viewport.resize({ width: element.clientWidth, height: element.clientHeight });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [host, viewport]);
  const { view, layout, index } = framed;
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { view, layout, index };
    const at = boxOf(layout, index);
    if (last === null) {
      const point = { x: at.left, y: at.bottom };
      viewport.move(firstShown(layout.bounds, viewport.size(), { at: point, selected: index > 0 }));
      return;
    }
    if (last.layout !== layout) {
      const key = last.view.items[last.index]?.key ?? "";
      const now = boxOf(layout, view.indexOf.get(key) ?? index);
      const then = boxOf(last.layout, last.index);
      const { x, y, k } = viewport.transform();
      viewport.move({ k, x: x - (now.left - then.left) * k, y: y - (now.top - then.top) * k });
    }
    if (last.view.items[last.index]?.key !== view.items[index]?.key)
      viewport.glide(revealed(viewport.transform(), at, viewport.size()));
  }, [viewport, view, layout, index]);
}

export function boxOf({ x, y }: Layout, index: number): Box {
  const left = x[index] ?? 0;
  const bottom = y[index] ?? 0;
  return { left, right: left + STEP_WIDTH, top: bottom - LINE, bottom };
}

"use client";

import { useEffect, useEffectEvent } from "react";
import { revealed } from "./transform";
import { pathTo } from "./tree";
import { boxOf } from "./use-framing";
import type { TreeState } from "./use-tree-state";
import type { Viewport } from "./viewport";

/** In a replay, the node that was worked from comes into view, or the folded one that holds it. */
export function useFollow({ scene, replay }: TreeState, viewport: Viewport): void {
  const follow = useEffectEvent((from: number) => {
    const { tree, view, layout } = scene;
    const shown = pathTo(tree, from).findLast((place) => view.indexOf.has(tree.columns.id[place] ?? ""));
    const index = view.indexOf.get(tree.columns.id[shown ?? tree.root] ?? "") ?? 0;
    viewport.glide(revealed(viewport.transform(), boxOf(layout, index), viewport.size()));
  });
  const from = replay.move?.from;
  useEffect(() => {
    if (from !== undefined && from >= 0) follow(from);
  }, [from]);
}

"use client";

import { useEffect, useId, useRef, type KeyboardEvent } from "react";
import { itemAt } from "./layout";
import type { Move } from "./navigate";
import { toWorld, type Point } from "./transform";
import { TreeCanvas } from "./tree-canvas";
import { TreeItem } from "./tree-item";
import { useFollow } from "./use-follow";
import { useFraming } from "./use-framing";
import { useGestures } from "./use-gestures";
import { useShownItems } from "./use-shown-items";
import type { TreeState } from "./use-tree-state";
import type { Viewport } from "./viewport";
import { ZoomButtons } from "./zoom-buttons";

const MOVE_KEYS: Readonly<Record<string, Move>> = {
  ArrowLeft: "parent",
  ArrowRight: "child",
  ArrowUp: "previous",
  ArrowDown: "next",
  Home: "first",
};

interface TreeStageProps {
  readonly state: TreeState;
  readonly viewport: Viewport;
  /** Opens what is known of the selected step: by Enter, or by a click or tap on it. */
  readonly onOpen: (by: "key" | "press") => void;
}

/** The window over the tree: the drawing, its items for keyboard and screen readers, pan and zoom. */
export function TreeStage({ state, viewport, onOpen }: TreeStageProps) {
  const host = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const { scene, index } = state;
  const { view, layout } = scene;
  useFraming(host, viewport, { view, layout, index });
  useEffect(() => {
    const follow = (): void => {
      const { x, y, k } = viewport.transform();
      if (layer.current !== null) layer.current.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
    };
    follow();
    return viewport.subscribe(follow);
  }, [viewport]);
  useFollow(state, viewport);
  const pressed = (point: Point): number => itemAt(layout, toWorld(viewport.transform(), point));
  useGestures(host, {
    viewport,
    onPress: (point, target) => {
      host.current?.focus({ preventScroll: true });
      const fold = target instanceof Element ? target.closest<HTMLElement>("[data-fold]") : null;
      const folded = view.items[view.indexOf.get(fold?.dataset["fold"] ?? "") ?? -1];
      if (folded !== undefined) {
        state.toggle(folded);
        return;
      }
      const item = view.items[pressed(point)];
      if (item === undefined) return;
      if (item.kind === "pruned") state.toggle(item);
      else {
        state.focusItem(item);
        onOpen("press");
      }
    },
    onDoublePress: (point) => {
      const item = view.items[pressed(point)];
      if (item !== undefined && item.kind === "node") state.toggle(item);
    },
  });
  const shown = useShownItems(viewport, { view, layout, index });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== host.current) return;
    const move = MOVE_KEYS[event.key];
    const item = view.items[index];
    if (move !== undefined) {
      if (move === "child" && item?.open === false) state.toggle(item);
      else state.walk(move);
    } else if (event.key === "End") state.walkToEnd();
    else if (event.key === "Enter" && item !== undefined) {
      if (item.open === false || item.kind === "pruned") state.toggle(item);
      else onOpen("key");
    } else if (event.key === " " && item !== undefined) state.toggle(item);
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative h-full overflow-clip border-y border-rule bg-paper">
      <div
        ref={host}
        role="tree"
        tabIndex={0}
        aria-label="Search tree"
        aria-activedescendant={`${prefix}-${index}`}
        onKeyDown={onKeyDown}
        className="absolute inset-0 cursor-grab touch-none overflow-clip -outline-offset-2 select-none active:cursor-grabbing"
      >
        <TreeCanvas scene={scene} viewport={viewport} />
        <div ref={layer} className="absolute top-0 left-0 size-0 origin-top-left">
          {shown.indices.map((at) => (
            <TreeItem
              key={view.items[at]?.key ?? at}
              id={`${prefix}-${at}`}
              index={at}
              scene={scene}
              active={at === index}
              words={shown.words}
              query={state.search.q}
            />
          ))}
        </div>
      </div>
      <ZoomButtons viewport={viewport} bounds={layout.bounds} />
    </div>
  );
}

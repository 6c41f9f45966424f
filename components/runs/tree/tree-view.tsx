"use client";

import { useRef, useState } from "react";
import { KeysDialog } from "./keys-dialog";
import { NodePanel } from "./node-panel";
import { NodeSheet } from "./node-sheet";
import { ReplayBar } from "./replay-bar";
import type { Tree } from "./tree";
import { TreeLegend } from "./tree-legend";
import { TreeStage } from "./tree-stage";
import { TreeToolbar } from "./tree-toolbar";
import type { TreeOwner } from "./types";
import { usePageKeys } from "./use-page-keys";
import { useTreeState } from "./use-tree-state";
import { useWide } from "./use-wide";
import { createViewport } from "./viewport";
import { zoom, zoomToFit } from "./zoom";

interface TreeViewProps {
  readonly tree: Tree;
  readonly owner: TreeOwner;
}

/** A search tree to look into: tools, the tree, the selected step, the replay. */
export function TreeView({ tree, owner }: TreeViewProps) {
  const state = useTreeState(tree);
  const [viewport] = useState(createViewport);
  const [raw, setRaw] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const [sheetOpen, setSheetOpen] = useState(false);
  const searchInput = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const wide = useWide();
  const { scene, replay } = state;
  const { bounds } = scene.layout;
  const focusTree = (): void => {
    root.current?.querySelector<HTMLElement>("[role=tree]")?.focus({ preventScroll: true });
  };
  const keyed = (move: number): void => {
    replay.go((replay.step ?? replay.steps) + move);
  };
  usePageKeys({
    Escape: focusTree,
    "/": () => searchInput.current?.focus(),
    n: () => {
      state.find(false);
    },
    N: () => {
      state.find(true);
    },
    r: () => {
      setRaw(!raw);
    },
    "+": () => {
      zoom(viewport, "in");
    },
    "=": () => {
      zoom(viewport, "in");
    },
    "-": () => {
      zoom(viewport, "out");
    },
    "0": () => {
      zoomToFit(viewport, bounds);
    },
    p: replay.playOrPause,
    ",": () => {
      keyed(-1);
    },
    ".": () => {
      keyed(1);
    },
    "?": () => {
      setKeysOpen(true);
    },
  });
  const selected = scene.selected ?? tree.root;
  const nodePanel = (
    <NodePanel
      scene={scene}
      place={selected}
      owner={owner}
      raw={raw}
      onRawChange={setRaw}
      onSelect={state.select}
    />
  );
  return (
    <div ref={root}>
      <TreeToolbar
        state={state}
        searchRef={searchInput}
        onLeaveSearch={focusTree}
        onShowKeys={() => {
          setKeysOpen(true);
        }}
      />
      {state.isNodeMissing ? (
        <p role="alert" className="mb-2 text-sm text-rejected">
          This tree has no step of that address; it may belong to another run.
        </p>
      ) : null}
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-x-6">
        <div className="min-w-0">
          <div className="h-[min(40rem,calc(100dvh-13rem))] min-h-80">
            <TreeStage
              state={state}
              viewport={viewport}
              onOpen={(by) => {
                if (!wide) setSheetOpen(true);
                else if (by === "key") panel.current?.focus({ preventScroll: true });
              }}
            />
          </div>
          <ReplayBar tree={tree} replay={replay} />
          <TreeLegend moment={scene.moment} most={scene.moment.visits[tree.root] ?? 0} />
        </div>
        {wide ? (
          <aside
            ref={panel}
            tabIndex={-1}
            aria-label="Selected step"
            className="min-w-0 outline-none max-lg:hidden lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto lg:pr-1 [&:focus-visible]:border-l-2 [&:focus-visible]:border-accent [&:focus-visible]:pl-3"
          >
            {nodePanel}
          </aside>
        ) : (
          <NodeSheet open={sheetOpen} onOpenChange={setSheetOpen}>
            {nodePanel}
          </NodeSheet>
        )}
      </div>
      <KeysDialog open={keysOpen} onOpenChange={setKeysOpen} />
    </div>
  );
}

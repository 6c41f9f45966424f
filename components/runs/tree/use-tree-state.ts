"use client";

import { useQueryStates } from "nuqs";
import { useCallback, useMemo, useState } from "react";
import { findText, nextMatch, pathsToEnds } from "./find";
import {
  everythingOpen,
  isShown,
  openAtFirst,
  opened,
  SHOWN_AT_FIRST,
  viewOf,
  type Choices,
  type Item,
} from "./fold";
import { layOut } from "./layout";
import { endOfPath, moved, type Move } from "./navigate";
import type { Scene } from "./scene";
import { firstWrongSteps, pathTo, type EndKind, type Place, type Tree } from "./tree";
import { treeSearch } from "./tree-search";
import { useReplay } from "./use-replay";

/** Everything that a person has chosen about a tree, and the scene that follows from it. */
export function useTreeState(tree: Tree) {
  const [search, setSearch] = useQueryStates(treeSearch);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [all, setAll] = useState(false);
  /** The pruned line that has the focus instead of its node. */
  const [line, setLine] = useState<string | null>(null);
  const replay = useReplay(tree);
  const chain = tree.columns.chains.find(({ id }) => id === search.chain) ?? null;
  const named = search.node === null ? undefined : tree.placeOf.get(search.node);
  const selected = named ?? (chain !== null && chain.end >= 0 ? chain.end : tree.root);
  const atFirst = useMemo(() => openAtFirst(tree, SHOWN_AT_FIRST), [tree]);
  // Most moves stay within what is shown: then neither the view nor its layout is made anew.
  const forced = isShown(tree, selected, { atFirst, choices }) ? null : selected;
  const view = useMemo(
    () => viewOf(tree, { atFirst, choices, selected: forced }),
    [tree, atFirst, choices, forced],
  );
  const layout = useMemo(() => layOut(view), [view]);
  const matches = useMemo(() => findText(tree, search.q), [tree, search.q]);
  const undimmed = useMemo(
    () => (search.ends === null ? null : pathsToEnds(tree, search.ends)),
    [tree, search.ends],
  );
  const firstWrong = useMemo(() => firstWrongSteps(tree), [tree]);
  const litEnd = chain !== null && chain.end >= 0 ? chain.end : selected;
  const { moment, fresh } = replay;
  const scene = useMemo<Scene>(
    () => ({
      tree,
      view,
      layout,
      moment,
      selected,
      lit: new Set(pathTo(tree, litEnd)),
      undimmed,
      matches: new Set(matches),
      firstWrong,
      fresh,
    }),
    [tree, view, layout, moment, selected, litEnd, undimmed, matches, firstWrong, fresh],
  );
  const set = useCallback(
    (next: Partial<typeof search>): void => {
      setSearch(next).catch(() => undefined);
    },
    [setSearch],
  );
  const select = useCallback(
    (place: Place): void => {
      setLine(null);
      setChoices((before) => opened(tree, before, place));
      set({ node: tree.columns.id[place] ?? null });
    },
    [tree, set],
  );
  const setChain = useCallback(
    (id: string | null): void => {
      const end = tree.columns.chains.find((each) => each.id === id)?.end ?? -1;
      if (end >= 0) select(end);
      set({ chain: id });
    },
    [tree, select, set],
  );
  const focusItem = (item: Item): void => {
    select(item.place);
    if (item.kind === "pruned") setLine(item.key);
  };
  const current = line === null ? undefined : view.indexOf.get(line);
  const index = current ?? view.indexOf.get(tree.columns.id[selected] ?? "") ?? 0;
  return {
    search,
    scene,
    replay,
    chain,
    matches,
    /** Index of the item that has the focus. */
    index,
    /** The link named a node that this tree does not have. */
    isNodeMissing: search.node !== null && named === undefined,
    all,
    select,
    focusItem,
    walk: (move: Move): void => {
      const item = view.items[moved(view, index, move)];
      if (item !== undefined) focusItem(item);
    },
    walkToEnd: (): void => {
      select(endOfPath(tree, selected));
    },
    toggle: (item: Item): void => {
      if (item.open === null) return;
      const path = pathTo(tree, selected);
      const isAbove =
        item.kind === "node"
          ? path.includes(item.place)
          : path.some((place) => tree.parent[place] === item.place && tree.columns.pruned[place] !== null);
      if (item.open && isAbove) focusItem(item);
      setChoices((before) => new Map(before).set(item.key, item.open !== true));
    },
    foldAll: (): void => {
      setChoices(new Map());
      setAll(false);
    },
    unfoldAll: (): void => {
      setChoices(everythingOpen(tree));
      setAll(true);
    },
    find: (backwards: boolean): void => {
      const next = nextMatch(tree, matches, { from: selected, backwards });
      if (next !== null) select(next);
    },
    setText: (q: string): void => {
      set({ q });
    },
    setEnds: (ends: EndKind | null): void => {
      set({ ends });
    },
    setChain,
  };
}

export type TreeState = ReturnType<typeof useTreeState>;

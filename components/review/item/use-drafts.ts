"use client";

import { useCallback, useState } from "react";
import type { ItemView } from "@/server/review/item-view.schema";
import { draftOf, type Draft } from "./draft";

const firstDrafts = new WeakMap<ItemView, Draft>();

/** One object for each view, so that what is drawn of an item before it is seen is not drawn again. */
function firstDraft(view: ItemView): Draft {
  const known = firstDrafts.get(view) ?? draftOf(view);
  firstDrafts.set(view, known);
  return known;
}

export type ChangeDraft = (view: ItemView, change: (draft: Draft) => Draft) => void;

/** What the person put together for each item since the page was opened; kept for when they come back to one. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map());
  const draftFor = (view: ItemView): Draft => drafts.get(view.number) ?? firstDraft(view);
  const change: ChangeDraft = useCallback((view, apply) => {
    setDrafts((before) =>
      new Map(before).set(view.number, apply(before.get(view.number) ?? firstDraft(view))),
    );
  }, []);
  return { draftFor, change };
}

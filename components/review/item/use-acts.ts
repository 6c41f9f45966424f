"use client";

import { useSyncExternalStore } from "react";
import { newActId } from "@/components/review/new-act-id";
import type { ItemView } from "@/server/review/item-view.schema";
import type { Choice, Side } from "@/server/review/review.schema";
import { CHOICE_WORDS } from "./choices";
import type { Draft } from "./draft";
import type { OutboxState } from "./outbox/outbox";
import { useOutbox } from "./outbox/outbox-provider";
import { newestTakenBack, newestWaiting } from "./outbox/queue";

const EMPTY: OutboxState = { entries: [], cut: null };

interface Decision {
  readonly view: ItemView;
  readonly draft: Draft;
  readonly choice: Choice;
  readonly leaseId: string | null;
  readonly durationMs: number;
  readonly tookSuggestion: boolean;
  readonly adjudicate: boolean;
}

/** What a person can do, put into the outbox: done for the page at once, for the server as soon as it can be reached. */
export function useActs(campaignId: string | null) {
  const { outbox } = useOutbox();
  const { entries } = useSyncExternalStore(
    outbox?.subscribe ?? ignore,
    outbox?.snapshot ?? (() => EMPTY),
    () => EMPTY,
  );

  const decide = ({ view, draft, ...decision }: Decision): void => {
    if (campaignId === null) return;
    const { firstWrong, reasons, note, versions } = draft;
    const { number } = view;
    outbox?.add({
      kind: "decide",
      label: `${CHOICE_WORDS[decision.choice]} on item ${number}`,
      number,
      campaignId,
      input: {
        actId: newActId(),
        campaignId,
        number,
        ...decision,
        firstWrong,
        reasons: [...reasons],
        note: note.trim(),
        versions,
      },
    });
  };

  const edit = (number: number, side: Side, text: string): void => {
    if (campaignId === null) return;
    outbox?.add({
      kind: "edit",
      label: `edit of the ${side} chain of item ${number}`,
      number,
      campaignId,
      input: { actId: newActId(), campaignId, number, side, text },
    });
  };

  const flag = ({ number, problem }: ItemView, flagged: boolean, note: string): void => {
    outbox?.add({
      kind: "flag",
      label: `${flagged ? "flag" : "no flag"} on the reference answer of item ${number}`,
      number,
      campaignId,
      input: { actId: newActId(), problemId: problem.id, flagged, note },
    });
  };

  /** @returns the item of an act that waits and is taken back here and now; null: the server says what it was */
  const undo = (): number | null => {
    const waiting = newestWaiting(entries);
    outbox?.add({
      kind: "undo",
      label: waiting === null ? "undo" : `undo of ${waiting.label}`,
      number: waiting?.number ?? null,
      campaignId,
      input: { actId: newActId(), target: null },
      of: waiting?.input.actId ?? null,
    });
    return waiting?.number ?? null;
  };

  const redo = (): void => {
    outbox?.add({
      kind: "redo",
      label: "redo",
      number: null,
      campaignId,
      input: { actId: newActId(), target: null },
      of: newestTakenBack(entries),
    });
  };

  return { entries, decide, edit, flag, undo, redo };
}

function ignore(): () => void {
  return () => undefined;
}

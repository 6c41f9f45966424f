"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import type { Choice } from "@/server/review/review.schema";
import { choiceOf, otherSide, suggestedChoice } from "./choices";
import { draftOf, toggleReason } from "./draft";
import type { BodyActs } from "./item-body";
import { rowsOf } from "./item-steps";
import type { ActionId } from "./keys/actions";
import { markStep } from "./mark-step";
import { markDecided } from "./measure-next";
import { pendingChoice, pendingFlag } from "./outbox/pending";
import { newestTakenBack, newestWaiting } from "./outbox/queue";
import { useActAnswers } from "./use-act-answers";
import { useActs } from "./use-acts";
import type { DeskState } from "./use-desk";
import { useDrafts } from "./use-drafts";
import type { Look } from "./use-look";
import { useViewTime } from "./use-view-time";

export type DeskActs = ReturnType<typeof useDeskActs>;

/** What a person does at the desk, by key or button: one function for each action of the table. */
export function useDeskActs(desk: DeskState, look: Look) {
  const trpc = useTRPC();
  const { view, number, works } = desk;
  const acts = useActs(desk.campaignId);
  const { draftFor, change } = useDrafts();
  const draft = view === undefined ? null : draftFor(view);
  const viewTime = useViewTime(number);
  const noteRef = useRef<HTMLTextAreaElement>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const reasons = useQuery(trpc.review.reasons.list.queryOptions(undefined, { staleTime: 60_000 })).data;
  const undoState = useQuery(trpc.review.undoState.queryOptions(undefined, { enabled: works })).data;

  const mayAct = works && view !== undefined && view.hindrance === null;
  const pending = number === null ? null : pendingChoice(acts.entries, number);
  const current = pending ?? (view?.mine == null ? null : choiceOf(view.mine, view));
  const flagged =
    view !== undefined &&
    (pendingFlag(acts.entries, view.problem.id) ?? view.problem.flags.some(({ mine }) => mine));
  const settling = mayAct && view.maySettle;

  useActAnswers({
    onTurned: (words, turned) => {
      setNotice(`${words}.`);
      if (turned !== null && turned !== number) desk.go(turned);
    },
    onNotTurned: setNotice,
    onVersion: (about, { id, side }) => {
      if (about !== number || view === undefined) return;
      change(view, (before) => ({ ...before, versions: { ...before.versions, [side]: id } }));
    },
  });

  const choose = (choice: Choice, tookSuggestion = false): void => {
    if (!mayAct || draft === null) return;
    markDecided();
    const adjudicate = settling && look.settles && choice !== "skip";
    const leaseId = desk.dropLease(view.number)?.id ?? null;
    acts.decide({ view, draft, choice, leaseId, durationMs: viewTime(), tookSuggestion, adjudicate });
    if (current === null && choice !== "skip") desk.countOne();
    setNotice(null);
    desk.advance();
  };

  const takeSuggestion = (): void => {
    if (view?.suggestion == null || view.facts === null) return;
    choose(suggestedChoice(view.suggestion, view.facts), true);
  };

  const { setEditing, setSide } = look;
  const bodyActs: BodyActs = useMemo(
    () => ({
      onMark: (marked, side, step) => {
        setSide(side);
        change(marked, (before) => ({
          ...before,
          firstWrong: markStep(before.firstWrong, { side, step }, rowsOf(marked, before)),
        }));
      },
      onVersion: (shown, side, version) => {
        // Marks are of the steps that were shown.
        change(shown, (before) => ({
          ...before,
          versions: { ...before.versions, [side]: version },
          firstWrong: { ...before.firstWrong, [side]: null },
        }));
      },
      onFocusSide: setSide,
      onEdit: setEditing,
    }),
    [change, setEditing, setSide],
  );

  const unmark = (): void => {
    if (view === undefined || draft === null) return;
    const step = draft.firstWrong[look.side];
    if (step !== null) bodyActs.onMark(view, look.side, step);
  };

  const undo = (): void => {
    const taken = acts.undo();
    if (taken !== null && taken !== number) desk.go(taken);
  };

  const actions: Readonly<Record<ActionId, () => void>> = {
    accept: () => {
      choose("accept");
    },
    swap: () => {
      choose("swap");
    },
    left: () => {
      choose("left");
    },
    right: () => {
      choose("right");
    },
    reject: () => {
      choose("reject");
    },
    tie: () => {
      choose("tie");
    },
    skip: () => {
      choose("skip");
    },
    suggestion: takeSuggestion,
    settle: () => {
      look.setSettles(!look.settles);
    },
    side: () => {
      look.setSide(otherSide(look.side));
    },
    unmark,
    note: () => {
      noteRef.current?.focus();
    },
    flag: () => {
      if (mayAct) acts.flag(view, !flagged, draft?.note.trim() ?? "");
    },
    edit: () => {
      if (mayAct) look.setEditing(look.side);
    },
    raw: () => {
      look.setRaw(!look.raw);
    },
    facts: () => {
      look.setFacts(!look.facts);
    },
    guidelines: () => {
      look.setGuidelines(!look.guidelines);
    },
    sheet: () => {
      look.setSheet(true);
    },
    undo: () => {
      if (works) undo();
    },
    redo: () => {
      if (works) acts.redo();
    },
  };

  return {
    draft: draft ?? draftOf({ mine: null }),
    draftFor,
    bodyActs,
    noteRef,
    notice,
    setNotice,
    reasons: reasons?.filter(({ active }) => active) ?? [],
    undoTitle: titleOf("Undo", newestWaiting(acts.entries)?.label ?? undoState?.undo?.summary),
    redoTitle: titleOf(
      "Redo",
      newestTakenBack(acts.entries) === null ? undoState?.redo?.summary : "what you undid",
    ),
    mayAct,
    current,
    flagged,
    settling,
    run: (id: ActionId): void => {
      actions[id]();
    },
    toggleReason: (code: string): void => {
      if (mayAct) change(view, (before) => toggleReason(before, code));
    },
    setNote: (note: string): void => {
      if (view !== undefined) change(view, (before) => ({ ...before, note }));
    },
    saveEdit: (text: string): void => {
      if (look.editing !== null && number !== null) acts.edit(number, look.editing, text);
      look.setEditing(null);
    },
  };
}

function titleOf(verb: string, what: string | undefined): string | null {
  return what === undefined ? null : `${verb}: ${what}`;
}

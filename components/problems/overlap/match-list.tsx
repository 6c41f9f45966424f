"use client";

import { clsx } from "clsx";
import { useRef, useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { useMe } from "@/components/accounts/use-me";
import type { ContaminationDecision } from "@/server/problems/contamination.schema";
import type { Match } from "../types";
import { choicesOf } from "./choices-of";
import { DecideDialog, type Asked } from "./decide-dialog";
import { MatchItem } from "./match-item";

interface MatchListProps {
  readonly setId: string;
  readonly items: readonly Match[];
  /** Matches on earlier pages. */
  readonly first: number;
  /** The next page is on its way. */
  readonly stale: boolean;
}

const KEYS: readonly (readonly [key: string, decision: ContaminationDecision])[] = [
  ["l", "leave-out"],
  ["w", "waive"],
  ["o", "reopen"],
];

/** Matches one after the other; `j` and `k` move from one to the next, a letter decides the one with the focus. */
export function MatchList({ setId, items, first, stale }: MatchListProps) {
  const list = useRef<HTMLOListElement>(null);
  const { can } = useMe();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (match: Match, decision: ContaminationDecision): void => {
    setAsked({ decision, matchIds: [match.match.id], count: 1 });
  };
  const elements = (): HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>("[data-match]") ?? []),
  ];
  const focused = (): number => elements().findIndex((element) => element.contains(document.activeElement));
  const move = (by: number): void => {
    const all = elements();
    const to = Math.min(all.length - 1, Math.max(0, focused() + by));
    all[to]?.focus();
    all[to]?.scrollIntoView({ block: "nearest" });
  };
  useHotkeys("j", () => {
    move(1);
  });
  useHotkeys("k", () => {
    move(-1);
  });
  useHotkeys(
    KEYS.map(([key]) => key),
    (event) => {
      const match = items[focused()];
      const decision = KEYS.find(([key]) => key === event.key)?.[1];
      if (match === undefined || decision === undefined || !can("runner")) return;
      if (choicesOf(match.match.state).includes(decision)) ask(match, decision);
    },
    { preventDefault: true },
  );
  return (
    <>
      <ol ref={list} className={clsx("border-t border-rule", stale && "opacity-60")} aria-busy={stale}>
        {items.map((match, index) => (
          <MatchItem key={match.match.id} match={match} number={first + index + 1} onAsk={ask} />
        ))}
      </ol>
      <DecideDialog setId={setId} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

"use client";

import { clsx } from "clsx";
import { useRef, useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { useMe } from "@/components/accounts/use-me";
import { Kbd } from "@/components/ui/kbd";
import { DisagreementRow } from "./disagreement-row";
import { idOf } from "./id-of";
import type { Disagreement } from "./types";

interface DisagreementListProps {
  readonly items: readonly Disagreement[];
  /** Another list is on its way. */
  readonly stale: boolean;
}

/** What is being settled, and how far a person has gone. */
export interface Draft {
  readonly id: string;
  readonly correct: boolean;
}

/** Answers one below the other, one of them open; `j` and `k` move, `r` and `w` call the open one right or wrong. */
export function DisagreementList({ items, stale }: DisagreementListProps) {
  const list = useRef<HTMLOListElement>(null);
  const { can } = useMe();
  const [openId, setOpenId] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const at = items.findIndex((item) => idOf(item) === openId);
  const show = (index: number): void => {
    const item = items[Math.min(items.length - 1, Math.max(0, index))];
    if (item === undefined) return;
    setOpenId(idOf(item));
    setDraft(null);
    const row = list.current?.querySelector<HTMLElement>(`[data-at="${String(items.indexOf(item))}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  };
  const call = (correct: boolean): void => {
    if (openId !== null && at !== -1 && can("annotator")) setDraft({ id: openId, correct });
  };
  useHotkeys("j", () => {
    show(at + 1);
  });
  useHotkeys("k", () => {
    show(at === -1 ? items.length - 1 : at - 1);
  });
  useHotkeys("r", () => call(true), { preventDefault: true });
  useHotkeys("w", () => call(false), { preventDefault: true });
  return (
    <>
      <p className="mb-2 hidden flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft sm:flex">
        <span>
          <Kbd>J</Kbd> <Kbd>K</Kbd> next, previous
        </span>
        {can("annotator") ? (
          <span>
            <Kbd>R</Kbd> right, <Kbd>W</Kbd> wrong
          </span>
        ) : null}
      </p>
      <ol ref={list} className={clsx("border-t border-rule", stale && "opacity-60")} aria-busy={stale}>
        {items.map((item, index) => {
          const id = idOf(item);
          return (
            <DisagreementRow
              key={id}
              item={item}
              at={index}
              open={id === openId}
              calling={draft?.id === id ? draft.correct : null}
              onToggle={() => {
                setOpenId(id === openId ? null : id);
                setDraft(null);
              }}
              onCall={(correct) => {
                setDraft(correct === null ? null : { id, correct });
              }}
              onSettled={() => {
                const next = items[index + 1];
                setDraft(null);
                setOpenId(next === undefined ? null : idOf(next));
              }}
            />
          );
        })}
      </ol>
    </>
  );
}

"use client";

import { clsx } from "clsx";
import { useRef } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { useItemNumbers } from "@/components/review/flags/use-item-numbers";
import { PairProblem } from "./pair-problem";
import { PairView } from "./pair-view";
import type { ListedPair } from "./types";

interface PairListProps {
  readonly items: readonly ListedPair[];
  /** Pairs on earlier pages. */
  readonly first: number;
  /** The next page is on its way. */
  readonly stale: boolean;
  readonly raw: boolean;
  readonly onRawChange: (raw: boolean) => void;
}

/** Pairs one after the other; `j` and `k` or the arrows move from one to the next, `r` shows raw text. */
export function PairList({ items, first, stale, raw, onRawChange }: PairListProps) {
  const list = useRef<HTMLDivElement>(null);
  const numberOf = useItemNumbers({ pairIds: items.map(({ pair }) => pair.id) });
  const move = (by: number): void => {
    const pairs = [...(list.current?.querySelectorAll<HTMLElement>("[data-pair]") ?? [])];
    moveFocus(pairs, by);
  };
  useHotkeys("j, right", () => {
    move(1);
  });
  useHotkeys("k, left", () => {
    move(-1);
  });
  useHotkeys("r", () => {
    onRawChange(!raw);
  });
  return (
    <div
      ref={list}
      className={clsx("[--scroll-top:4rem] lg:[--scroll-top:1rem]", stale && "opacity-60")}
      aria-busy={stale}
    >
      {items.map((item, index) => (
        <PairView
          key={item.pair.id}
          pair={item.pair}
          heading="h2"
          title={`Pair ${first + index + 1}`}
          chosenChain={item.chosenChain}
          rejectedChain={item.rejectedChain}
          problem={<PairProblem item={item} />}
          heldBackBy={item.heldBackBy}
          reviewNumber={numberOf(item.pair.id)}
          raw={raw}
        />
      ))}
    </div>
  );
}

/** From the focused pair, else from the first one below the top of the window. */
function moveFocus(pairs: readonly HTMLElement[], by: number): void {
  const focused = pairs.findIndex((pair) => pair.contains(document.activeElement));
  const below = pairs.findIndex((pair) => pair.getBoundingClientRect().top >= 0);
  const from = focused >= 0 ? focused : below < 0 ? pairs.length - 1 : below - (by > 0 ? 1 : 0);
  const next = pairs[Math.min(pairs.length - 1, Math.max(0, from + by))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "start" });
}

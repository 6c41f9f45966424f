"use client";

import type { RefObject } from "react";
import { useHotkeys } from "react-hotkeys-hook";

interface ListKeys {
  /** Holds the items' links, each with `data-item`. */
  readonly list: RefObject<HTMLElement | null>;
  readonly onPick: (number: number) => void;
}

/** `j` and `k` move from item to item, `x` selects the one that has the focus; Enter follows its link by itself. */
export function useListKeys({ list, onPick }: ListKeys): void {
  const links = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>("[data-item]") ?? [])];
  const move = (by: number): void => {
    const all = links();
    const from = focused(all);
    const next = all[from === -1 ? (by > 0 ? 0 : all.length - 1) : from + by];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  // The arrows move too, but only from an item: elsewhere they scroll the page.
  const arrows = { preventDefault: true, ignoreEventWhen: () => focused(links()) === -1 };
  useHotkeys("j", () => {
    move(1);
  });
  useHotkeys("k", () => {
    move(-1);
  });
  useHotkeys(
    "down",
    () => {
      move(1);
    },
    arrows,
  );
  useHotkeys(
    "up",
    () => {
      move(-1);
    },
    arrows,
  );
  useHotkeys("x", () => {
    const all = links();
    const number = Number(all[focused(all)]?.dataset["item"]);
    if (Number.isInteger(number)) onPick(number);
  });
}

/** Which of the rows holds the focus; -1: none. */
function focused(links: readonly HTMLElement[]): number {
  return links.findIndex((link) => link.closest("tr")?.contains(document.activeElement) === true);
}

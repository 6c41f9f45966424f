"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";

export interface Shown {
  /** How many from the start of the list to show. */
  readonly count: number;
  /** Asks for more; null when all are shown. */
  readonly more: (() => void) | null;
}

/** A long list grows on demand by `step`; item `reach` (an index, -1 for none) is always among what is shown. */
export function useShown(total: number, step: number, reach = -1): Shown {
  const [wanted, setWanted] = useState(step);
  const count = Math.min(total, Math.max(wanted, reach + 1));
  return {
    count,
    more:
      count < total
        ? () => {
            setWanted(count + step);
          }
        : null,
  };
}

export interface ShowMoreProps {
  readonly shown: Shown;
  readonly total: number;
  /** Plural noun: "chains". */
  readonly noun: string;
}

export function ShowMore({ shown, total, noun }: ShowMoreProps) {
  if (shown.more === null) return null;
  return (
    <p className="flex items-center gap-3 py-2 text-sm text-ink-soft">
      <Button size="sm" onClick={shown.more}>
        Show more {noun}
      </Button>
      {formatInteger(shown.count)} of {formatInteger(total)} shown
    </p>
  );
}

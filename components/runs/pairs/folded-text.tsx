"use client";

import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import { foldRuns, textLength } from "./fold-runs";
import type { DifferenceRun } from "./word-difference";

const FOLD_AT = 1_500;

export interface FoldedTextProps {
  readonly runs: readonly DifferenceRun[];
  readonly children: (runs: readonly DifferenceRun[]) => ReactNode;
}

/** Shows the start of a long text and grows tenfold on demand, so that no text can freeze the page by being there. */
export function FoldedText({ runs, children }: FoldedTextProps) {
  const [limit, setLimit] = useState(FOLD_AT);
  const total = textLength(runs);
  if (total <= limit * 1.2) return children(runs);
  return (
    <>
      {children(foldRuns(runs, limit))}
      <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <Button
          size="sm"
          onClick={() => {
            setLimit(limit * 10);
          }}
        >
          Show more
        </Button>
        {formatInteger(limit)} of {formatInteger(total)} characters shown
      </p>
    </>
  );
}

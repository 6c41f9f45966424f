"use client";

import { clsx } from "clsx";
import { useMemo, type ReactNode } from "react";
import { StageMark } from "@/components/ui/marks";
import { ReviewLink } from "@/components/review/flags/review-link";
import { Badge, StatusMark } from "@/components/ui/status-mark";
import { scrollToTarget, useAnchor } from "@/components/calls/use-anchor";
import { LEVEL_WORDS } from "@/components/runs/problem/words";
import { Explained } from "../explained";
import { ruleMeaning, ruleName } from "../live/rule-words";
import { PairFacts } from "./pair-facts";
import { PairPrompt } from "./pair-prompt";
import { PairSides } from "./pair-sides";
import type { ChainRow, PairRow } from "./types";

export interface PairViewProps {
  readonly pair: PairRow;
  readonly chosenChain: ChainRow | null;
  readonly rejectedChain: ChainRow | null;
  /** The pair's name: "Pair 3". */
  readonly title: ReactNode;
  /** Rank of the heading on the page. */
  readonly heading: "h2" | "h3";
  /** The problem it belongs to, where the page is not that problem's. */
  readonly problem?: ReactNode;
  /** The rule that holds it back from the files; null where none does, or where the page does not tell. */
  readonly heldBackBy?: string | null;
  /** Its number as a review item; null where it is none, or none yet. */
  readonly reviewNumber?: number | null;
  readonly raw: boolean;
}

/** One preference pair: what both sides share, where they part, and what speaks for the one. */
export function PairView({
  pair,
  chosenChain,
  rejectedChain,
  title,
  heading: Heading,
  problem,
  heldBackBy = null,
  reviewNumber = null,
  raw,
}: PairViewProps) {
  const anchor = `pair-${pair.id}`;
  const target = useAnchor() === anchor;
  const label = useMemo(() => `Sides of ${pair.id}`, [pair.id]);
  return (
    <article
      id={anchor}
      tabIndex={-1}
      data-pair
      ref={target ? scrollToTarget : undefined}
      className={clsx(
        "scroll-mt-(--scroll-top) border-t border-rule-strong py-5 outline-none focus-visible:border-t-2 focus-visible:border-accent",
        target && "border-t-2 border-accent",
      )}
    >
      <header className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Heading className="font-serif text-lg font-semibold">{title}</Heading>
        <StageMark stage={pair.stage} />
        <Badge title="What the two sides are">{LEVEL_WORDS[pair.level]}</Badge>
        {pair.hinted ? (
          <Badge title="A critique that saw the reference answer led to it">hinted</Badge>
        ) : null}
        {heldBackBy === null ? null : (
          <StatusMark tone="warning" shape="bar">
            <Explained meaning={ruleMeaning("hold", heldBackBy)}>held back: {ruleName(heldBackBy)}</Explained>
          </StatusMark>
        )}
        <ReviewLink number={reviewNumber} />
      </header>
      {problem}
      {pair.prompt === null ? null : <PairPrompt messages={pair.prompt} />}
      <PairSides
        pair={pair}
        chosenChain={chosenChain}
        rejectedChain={rejectedChain}
        label={label}
        raw={raw}
      />
      <PairFacts pair={pair} />
    </article>
  );
}

"use client";

import { clsx } from "clsx";
import { ChevronDown, ChevronRight } from "lucide-react";
import { AnswerText } from "@/components/math";
import { formatCount } from "@/components/ui/format";
import { StageMark, VerdictMark } from "@/components/ui/marks";
import { describeRule } from "@/server/math";
import { ChainLinks } from "./chain-links";
import { ChainSteps } from "./chain-steps";
import type { NodeIndex } from "./step-values";
import type { Chain, ProblemDetail, TreeNodeRow } from "./types";
import { scrollToTarget, useFold } from "./use-anchor";
import { chainName, ORIGIN_WORDS, TERMINAL_WORDS } from "./words";

interface ChainItemProps {
  readonly chain: Chain;
  readonly index: NodeIndex<TreeNodeRow>;
  readonly pairs: ProblemDetail["pairs"];
  readonly initiallyOpen: boolean;
}

/** One chain in a line: verdict, answer, origin; open, its steps and where it leads. */
export function ChainItem({ chain, index, pairs, initiallyOpen }: ChainItemProps) {
  const anchor = `chain-${chain.id}`;
  const { open, setOpen, target } = useFold(anchor, initiallyOpen);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li
      id={anchor}
      ref={target ? scrollToTarget : undefined}
      className={clsx(
        "scroll-mt-(--scroll-top) border-t border-rule last:border-b",
        target && "border-t-2 border-t-accent",
      )}
    >
      <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-0.5 py-1">
        <h3 className="shrink-0">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
            className="inline-flex items-center gap-1 rounded-sm font-medium hover:text-accent"
          >
            <Chevron size={14} aria-hidden className="text-ink-soft" />
            {chainName(chain)}
          </button>
        </h3>
        <VerdictMark verdict={chain.verdict} extracted={chain.extracted} rule={describeRule(chain.rule)} />
        {chain.extracted === null ? null : (
          <span className="max-w-full min-w-0 font-serif">
            <AnswerText text={chain.extracted} />
          </span>
        )}
        <span className="ml-auto flex flex-wrap items-center gap-x-4 text-sm text-ink-soft">
          {chain.firstWrongStep === null ? null : (
            <span className="text-rejected">wrong from step {chain.firstWrongStep + 1}</span>
          )}
          <span>{ORIGIN_WORDS[chain.origin]}</span>
          <span>{formatCount(chain.steps.length, "step")}</span>
          <StageMark stage={chain.stage} label="short" />
        </span>
      </div>
      {open ? (
        <div className="pb-4 sm:pl-[1.125rem]">
          <ChainSteps chain={chain} index={index} />
          {chain.terminal === "boxed" ? null : (
            <p className="mt-1 text-sm text-ink-soft">This chain {TERMINAL_WORDS[chain.terminal]}.</p>
          )}
          <ChainLinks chain={chain} pairs={pairs} />
        </div>
      ) : null}
    </li>
  );
}

"use client";

import { AnswerText } from "@/components/math";
import { formatCount } from "@/components/ui/format";
import { StageMark, VerdictMark } from "@/components/ui/marks";
import { describeRule } from "@/server/math";
import { ChainLinks } from "./chain-links";
import { ChainSteps } from "./chain-steps";
import { FoldItem } from "@/components/calls/fold-item";
import type { NodeIndex } from "./step-values";
import type { Chain, ProblemDetail, TreeNodeRow } from "./types";
import { chainName, ORIGIN_WORDS, TERMINAL_WORDS } from "./words";

interface ChainItemProps {
  readonly chain: Chain;
  readonly index: NodeIndex<TreeNodeRow>;
  readonly pairs: ProblemDetail["pairs"];
  readonly initiallyOpen: boolean;
}

/** One chain in a line: verdict, answer, origin; open, its steps and where it leads. */
export function ChainItem({ chain, index, pairs, initiallyOpen }: ChainItemProps) {
  return (
    <FoldItem
      anchor={`chain-${chain.id}`}
      name={chainName(chain)}
      initiallyOpen={initiallyOpen}
      line={
        <>
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
        </>
      }
    >
      <ChainSteps chain={chain} index={index} />
      {chain.terminal === "boxed" ? null : (
        <p className="mt-1 text-sm text-ink-soft">This chain {TERMINAL_WORDS[chain.terminal]}.</p>
      )}
      <ChainLinks chain={chain} pairs={pairs} />
    </FoldItem>
  );
}

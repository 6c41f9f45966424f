import { clsx } from "clsx";
import Link from "next/link";
import { MathText } from "@/components/math";
import { formatCount } from "@/components/ui/format";
import { VerdictMark } from "@/components/ui/marks";
import { treePath } from "@/components/runs/tree/tree-path";
import { describeRule } from "@/server/math";
import { StepValue } from "./step-value";
import type { TreeLook } from "./tree-look";
import type { TreeNodeRow } from "./types";
import { scrollToTarget, useAnchor } from "@/components/calls/use-anchor";
import { chainName, TERMINAL_WORDS } from "./words";

interface TreeStepProps {
  readonly node: TreeNodeRow;
  readonly look: TreeLook;
  /** Further steps folded away under it. */
  readonly hidden?: number;
}

/** One node: its step, what rollouts through it came to, and the chain that ends there. */
export function TreeStep({ node, look, hidden = 0 }: TreeStepProps) {
  const anchor = `node-${node.id}`;
  const target = useAnchor() === anchor;
  const chain = node.chainId === null ? undefined : look.chains.get(node.chainId);
  return (
    <div
      id={anchor}
      ref={target ? scrollToTarget : undefined}
      className={clsx(
        "grid scroll-mt-(--scroll-top) grid-cols-[1.5rem_minmax(0,1fr)] items-baseline gap-x-2 py-1 pr-1",
        target && "bg-accent-wash",
      )}
    >
      <span className="text-right text-xs text-ink-faint" title={`Depth ${node.depth}`}>
        {node.depth}
      </span>
      <div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-6">
        <div className="min-w-0 flex-1 basis-72 font-serif">
          <MathText text={node.step} inline limit={280} />
        </div>
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm">
          {look.firstWrong.has(node.id) ? (
            <span className="text-xs font-medium text-rejected">first wrong step</span>
          ) : null}
          {hidden > 0 ? (
            <span className="text-xs text-ink-faint">{formatCount(hidden, "step")} below</span>
          ) : null}
          {node.verdict === null ? null : (
            <VerdictMark
              verdict={node.verdict}
              {...(chain === undefined ? {} : { extracted: chain.extracted, rule: describeRule(chain.rule) })}
            />
          )}
          {node.terminal === null || node.terminal === "boxed" ? null : (
            <span className="text-xs text-ink-faint">{TERMINAL_WORDS[node.terminal]}</span>
          )}
          {chain === undefined ? null : (
            <a href={`#chain-${chain.id}`} className="link text-xs">
              {chainName(chain)}
            </a>
          )}
          <Link
            href={treePath(node.runId, node.problemId, { node: node.id })}
            prefetch={false}
            title="Look into it in the search tree"
            className="hover:bg-accent-wash"
          >
            <StepValue visits={node.visits} wins={node.wins} />
          </Link>
        </div>
      </div>
    </div>
  );
}

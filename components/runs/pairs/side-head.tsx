import Link from "next/link";
import type { ReactNode } from "react";
import { VerdictMark } from "@/components/ui/marks";
import { chainName, ORIGIN_WORDS } from "@/components/runs/problem/words";
import { describeRule } from "@/server/math";
import { callPath, problemPath } from "./paths";
import type { ChainRow } from "./types";

interface SideHeadProps {
  readonly mark: ReactNode;
  readonly chain: ChainRow | null;
}

/** Whose text a column holds: its side, its verdict, and the way back to the chain and the call that wrote it. */
export function SideHead({ mark, chain }: SideHeadProps) {
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-4 gap-y-0.5 text-sm">
      <span className="font-medium">{mark}</span>
      {chain === null ? null : (
        <>
          <VerdictMark verdict={chain.verdict} extracted={chain.extracted} rule={describeRule(chain.rule)} />
          <Link href={problemPath(chain.runId, chain.problemId, `chain-${chain.id}`)} className="link">
            {chainName(chain)}
          </Link>
          <Link href={callPath(chain.callId, chain.sampleIndex)} className="link">
            its call
          </Link>
          <span className="text-ink-faint">{ORIGIN_WORDS[chain.origin]}</span>
        </>
      )}
    </div>
  );
}

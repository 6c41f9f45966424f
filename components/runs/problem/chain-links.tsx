import Link from "next/link";
import { CopyButton } from "@/components/ui/copy-button";
import { formatCount, formatDecimal } from "@/components/ui/format";
import { ChosenMark, RejectedMark } from "@/components/ui/marks";
import { Term } from "@/components/ui/term";
import { callPath } from "@/components/runs/pairs/paths";
import type { Chain, ProblemDetail } from "./types";
import { treePath } from "@/components/runs/tree/tree-path";
import { ROLE_WORDS } from "./words";

interface ChainLinksProps {
  readonly chain: Chain;
  readonly pairs: ProblemDetail["pairs"];
}

/** Where a chain came from and where it went. */
export function ChainLinks({ chain, pairs }: ChainLinksProps) {
  const uses = pairs.flatMap((pair, index) => [
    ...(pair.chosenChainId === chain.id ? [{ pair, index, mark: <ChosenMark /> }] : []),
    ...(pair.rejectedChainId === chain.id ? [{ pair, index, mark: <RejectedMark /> }] : []),
  ]);
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
      <Link href={callPath(chain.callId, chain.sampleIndex)} className="link">
        Prompt and raw text
      </Link>
      <Link
        href={treePath(chain.runId, chain.problemId, { chain: chain.id })}
        prefetch={false}
        className="link"
      >
        Path in the tree
      </Link>
      <span>by the {ROLE_WORDS[chain.role]}</span>
      <span>{formatCount(chain.tokens, "token")}</span>
      {chain.meanLogprob === null ? null : (
        <span>
          <Term id="log-probability">log-probability</Term> {formatDecimal(chain.meanLogprob)}
        </span>
      )}
      {uses.map(({ pair, index, mark }) => (
        <span key={`${pair.id}/${pair.chosenChainId === chain.id}`}>
          {mark} in{" "}
          <a href={`#pair-${pair.id}`} className="link">
            pair {index + 1}
          </a>
        </span>
      ))}
      <CopyButton text={chain.steps.join("")} label="Copy the whole chain" />
    </p>
  );
}

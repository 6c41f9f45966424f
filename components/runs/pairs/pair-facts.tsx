import Link from "next/link";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { formatDecimal, formatInteger, formatPercent } from "@/components/ui/format";
import { Code } from "@/components/ui/raw-text";
import { Term } from "@/components/ui/term";
import { treePath } from "@/components/runs/tree/tree-path";
import { problemPath } from "./paths";
import type { PairRow } from "./types";

/** What gave the two values. */
const VALUED_BY_WORDS: Readonly<Record<PairRow["valuedBy"], string>> = {
  rollouts: "rollouts",
  prm: "a process reward model",
  judge: "a judge",
  outcome: "the final answers alone",
};

/** The figures that made it a pair, and where it came from. */
export function PairFacts({ pair }: { readonly pair: PairRow }) {
  return (
    <dl className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-1 text-sm">
      <Fact name={<Term id="margin" />}>{formatDecimal(pair.margin)}</Fact>
      <Fact name={<Term id="value" />}>
        {formatDecimal(pair.qChosen)} chosen, {formatDecimal(pair.qRejected)} rejected
      </Fact>
      <Fact name="valued by">{VALUED_BY_WORDS[pair.valuedBy]}</Fact>
      {pair.valuedBy === "rollouts" ? (
        <Fact name={<Term id="rollout">rollouts</Term>}>
          {formatInteger(pair.rollouts)} behind the smaller value
        </Fact>
      ) : null}
      <Fact name="similarity">{formatPercent(pair.similarity)} of words shared</Fact>
      {pair.rejectedTruncated ? <Fact name="rejected side">cut off; left out of the TRL file</Fact> : null}
      {pair.correctionId === null ? null : (
        <Fact name="made by">
          <Link
            className="link"
            href={problemPath(pair.runId, pair.problemId, `correction-${pair.correctionId}`)}
          >
            a correction
          </Link>
        </Fact>
      )}
      <Fact name="in the tree">
        <Link
          prefetch={false}
          className="link"
          href={treePath(pair.runId, pair.problemId, { chain: pair.chosenChainId })}
        >
          chosen
        </Link>
        {" and "}
        <Link
          prefetch={false}
          className="link"
          href={treePath(pair.runId, pair.problemId, { chain: pair.rejectedChainId })}
        >
          rejected
        </Link>
      </Fact>
      <Fact name="id">
        <Code>{pair.id}</Code>
        <CopyButton text={pair.id} label="Copy the pair's id" />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-1.5">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { callPath, problemPath } from "@/components/runs/pairs/paths";
import { LEVEL_WORDS } from "@/components/runs/problem/words";
import { ruleMeaning } from "@/components/runs/live/rule-words";
import { runPath } from "@/components/runs/run-paths";
import { treePath } from "@/components/runs/tree/tree-path";
import { BUCKET_WORDS, DOUBT_FORMULA } from "@/components/review/words";
import { formatDecimal, formatInteger, formatPercent } from "@/components/ui/format";
import { StageMark, VerdictMark } from "@/components/ui/marks";
import { SafeText } from "@/components/ui/raw-text";
import { Term } from "@/components/ui/term";
import { describeRule } from "@/server/math";
import type { ItemFacts, ItemView, SideFacts } from "@/server/review/item-view.schema";
import { SIDES } from "@/server/review/review.schema";

const VALUED_BY_WORDS = {
  rollouts: "rollouts",
  prm: "a process reward model",
  judge: "a judge",
  outcome: "the final answers alone",
} as const;

/** What grader and search say of the item, and where it came from. */
export function MachineFacts({ view, facts }: { readonly view: ItemView; readonly facts: ItemFacts }) {
  const { problem } = view;
  return (
    <section
      aria-label="What the machine says"
      className="mt-4 border-y border-rule bg-sunken px-3 py-2 text-sm"
    >
      <dl className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <Fact name="stage">
          <StageMark stage={facts.stage} />
        </Fact>
        {facts.bucket === null ? null : <Fact name={<Term id="bucket" />}>{BUCKET_WORDS[facts.bucket]}</Fact>}
        {facts.pairLevel === null ? null : <Fact name="compares">{LEVEL_WORDS[facts.pairLevel]}</Fact>}
        {facts.margin === null ? null : (
          <Fact name={<Term id="margin" />}>{formatDecimal(facts.margin)}</Fact>
        )}
        {facts.valuedBy === null ? null : (
          <Fact name="valued by">
            {VALUED_BY_WORDS[facts.valuedBy]}
            {facts.valuedBy === "rollouts" && facts.rollouts !== null
              ? `, ${formatInteger(facts.rollouts)} behind the smaller value`
              : null}
          </Fact>
        )}
        {facts.similarity === null ? null : (
          <Fact name="similarity">{formatPercent(facts.similarity)} of words shared</Fact>
        )}
        <Fact name={<Term id="doubt" />}>
          <span title={DOUBT_FORMULA}>{formatPercent(facts.doubt)}</span>
        </Fact>
      </dl>
      {facts.refusedBy === null ? null : (
        <p className="mt-1 text-rejected">
          The method refused this correction. {ruleMeaning("correction", facts.refusedBy)}
        </p>
      )}
      <div className="mt-2 grid gap-x-6 gap-y-2 md:grid-cols-2">
        {SIDES.map((side) => (
          <SideLine key={side} side={side} view={view} facts={facts[side]} runId={facts.runId} />
        ))}
      </div>
      <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 border-t border-rule pt-1.5">
        <Link prefetch={false} className="link" href={runPath(facts.runId)}>
          Run <SafeText text={facts.runName} />
        </Link>
        <Link prefetch={false} className="link" href={treePath(facts.runId, problem.id)}>
          Search tree
        </Link>
        {facts.pairId === null ? null : (
          <Link
            prefetch={false}
            className="link"
            href={problemPath(facts.runId, problem.id, `pair-${facts.pairId}`)}
          >
            The pair in its run
          </Link>
        )}
        {facts.correctionId === null ? null : (
          <Link
            prefetch={false}
            className="link"
            href={problemPath(facts.runId, problem.id, `correction-${facts.correctionId}`)}
          >
            The correction in its run
          </Link>
        )}
      </p>
    </section>
  );
}

interface SideLineProps {
  readonly side: (typeof SIDES)[number];
  readonly view: ItemView;
  readonly facts: SideFacts;
  readonly runId: string;
}

function SideLine({ side, view, facts, runId }: SideLineProps) {
  const { verdict, extracted, rule, value, firstWrongStep, chainId, callId } = facts;
  return (
    <dl aria-label={`${side} chain`} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <Fact name={side}>
        <VerdictMark verdict={verdict} extracted={extracted} rule={describeRule(rule)} />
      </Fact>
      {value === null ? null : <Fact name={<Term id="value" />}>{formatDecimal(value)}</Fact>}
      {firstWrongStep === null ? null : (
        <Fact name={<Term id="first-wrong-step" />}>step {firstWrongStep + 1}</Fact>
      )}
      <Fact name="from">
        <Link
          prefetch={false}
          className="link"
          href={problemPath(runId, view.problem.id, `chain-${chainId}`)}
        >
          chain
        </Link>
        {", "}
        <Link prefetch={false} className="link" href={treePath(runId, view.problem.id, { chain: chainId })}>
          its path
        </Link>
        {", "}
        <Link prefetch={false} className="link" href={callPath(callId)}>
          model call
        </Link>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { formatCount, formatDecimal } from "@/components/ui/format";
import { VerdictMark } from "@/components/ui/marks";
import { StatusMark } from "@/components/ui/status-mark";
import { Term } from "@/components/ui/term";
import { problemPath } from "@/components/runs/pairs/paths";
import { describeRule } from "@/server/math";
import { LongRawText } from "./long-raw-text";
import type { CallDetail } from "./types";
import { scrollToTarget, useAnchor } from "./use-anchor";
import { chainName, FINISH_WORDS } from "./words";

interface CallSampleProps {
  readonly sample: CallDetail["call"]["samples"][number];
  /** From 0. */
  readonly index: number;
  readonly detail: CallDetail;
}

/** One text of a call, its figures, and what the run made of it. */
export function CallSample({ sample, index, detail }: CallSampleProps) {
  const anchor = `sample-${index}`;
  const target = useAnchor() === anchor;
  return (
    <li
      id={anchor}
      ref={target ? scrollToTarget : undefined}
      className={clsx(
        "scroll-mt-14 border-t border-rule py-3 lg:scroll-mt-4",
        target && "border-t-2 border-t-accent",
      )}
    >
      <div className="mb-1.5 flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-sm text-ink-soft">
        <h3 className="text-base font-medium text-ink">Sample {index + 1}</h3>
        <span>{formatCount(sample.tokens, "token")}</span>
        {sample.meanLogprob === null ? null : (
          <span>
            <Term id="log-probability">mean log-probability</Term> {formatDecimal(sample.meanLogprob, 3)}
          </span>
        )}
        <span>{FINISH_WORDS[sample.finish]}</span>
      </div>
      <LongRawText text={sample.text} label={`Text of sample ${index + 1}`} />
      <SampleOutcome index={index} detail={detail} />
    </li>
  );
}

function SampleOutcome({ index, detail: { call, chains, corrections } }: Omit<CallSampleProps, "sample">) {
  const made = chains.filter(({ sampleIndex }) => sampleIndex === index);
  const tried = corrections.filter(({ sampleIndex }) => sampleIndex === index);
  if (made.length === 0 && tried.length === 0) {
    return (
      <p className="mt-1.5 text-sm text-ink-faint">
        Not kept as a chain: the same text was there already, or only its verdict was needed.
      </p>
    );
  }
  return (
    <p className="mt-1.5 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <span className="text-ink-soft">Became</span>
      {made.map((chain) => (
        <span key={chain.id} className="inline-flex items-baseline gap-2">
          <Link href={problemPath(call.runId, call.problemId, `chain-${chain.id}`)} className="link">
            {chainName(chain)}
          </Link>
          <VerdictMark verdict={chain.verdict} extracted={chain.extracted} rule={describeRule(chain.rule)} />
        </span>
      ))}
      {tried.map((correction) => (
        <span key={correction.id} className="inline-flex items-baseline gap-2">
          <Link
            href={problemPath(call.runId, call.problemId, `correction-${correction.id}`)}
            className="link"
          >
            a correction
          </Link>
          {correction.accepted ? (
            <StatusMark tone="good">accepted</StatusMark>
          ) : (
            <StatusMark tone="bad">refused</StatusMark>
          )}
        </span>
      ))}
    </p>
  );
}

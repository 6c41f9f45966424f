import Link from "next/link";
import { VerdictMark } from "@/components/ui/marks";
import { StatusMark } from "@/components/ui/status-mark";
import { problemPath } from "@/components/runs/pairs/paths";
import { describeRule } from "@/server/math";
import type { CallDetail } from "./types";
import { chainName } from "./words";

interface SampleOutcomeProps {
  /** From 0. */
  readonly index: number;
  readonly detail: CallDetail;
}

/** What the run made of one text of a call. */
export function SampleOutcome({ index, detail: { call, chains, corrections } }: SampleOutcomeProps) {
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

"use client";

import type { ReactNode } from "react";
import { StageMark } from "@/components/ui/marks";
import { formatInteger, formatPercent } from "@/components/ui/format";
import { Badge } from "@/components/ui/status-mark";
import { estimateWords, roundEstimate } from "./estimate-words";
import { useEstimate } from "./use-estimate";

interface EstimateNoteProps {
  /** The run whose problems are taken from the set, if those of one are. */
  readonly problemsFor: (problemSetId: string) => string | null;
}

/** Beside the start button: tokens and time, and on demand what they stand on. Never moves what is beside it. */
export function EstimateNote({ problemsFor }: EstimateNoteProps) {
  const { query, complete } = useEstimate(problemsFor);
  if (!complete) return <Line>No estimate: a field is not filled in yet.</Line>;
  if (query.error !== null) return <Line>No estimate: {query.error.message}</Line>;
  if (query.data === undefined) return <Line>Estimating …</Line>;
  const estimate = query.data;
  return (
    <details className="group min-w-0 flex-1 basis-64" aria-busy={query.isFetching}>
      <summary className="hover:text-accent">
        <span aria-live="polite">{estimateWords(estimate)}</span>{" "}
        {estimate.rough ? <Badge title={estimate.basis}>rough</Badge> : null}
      </summary>
      <div className="mt-1.5 max-h-[40vh] max-w-prose overflow-y-auto text-sm text-ink-soft">
        <p>{estimate.basis}</p>
        <ul className="mt-1">
          {estimate.stages
            .filter(({ generatedTokens }) => generatedTokens > 0)
            .map(({ stage, generatedTokens }) => (
              <li key={stage} className="flex justify-between gap-4">
                <StageMark stage={stage} explain={false} />
                <span>{formatInteger(roundEstimate(generatedTokens))} tokens</span>
              </li>
            ))}
        </ul>
        <p className="mt-1">
          Of the problems, {formatPercent(estimate.buckets.easy)} expected easy,{" "}
          {formatPercent(estimate.buckets.mixed)} mixed, {formatPercent(estimate.buckets.hard)} hard.
        </p>
      </div>
    </details>
  );
}

function Line({ children }: { readonly children: ReactNode }) {
  return <p className="min-w-0 flex-1 basis-64 text-sm text-ink-soft">{children}</p>;
}

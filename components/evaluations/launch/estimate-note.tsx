"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "@/components/trpc/client";
import { estimateWords } from "./estimate-words";
import { useSettledLaunch } from "./use-settled-launch";

const FRESH_MS = 30_000;

/** Beside the start button: answers, tokens and time, and on demand what they stand on. */
export function EstimateNote() {
  const trpc = useTRPC();
  const launch = useSettledLaunch();
  const query = useQuery(
    trpc.evaluations.estimate.queryOptions(launch ?? skipToken, {
      placeholderData: keepPreviousData,
      staleTime: FRESH_MS,
      retry: false,
    }),
  );
  if (launch === null) return <Line>No estimate: choose a model, a benchmark and a protocol.</Line>;
  if (query.error !== null) return <Line>No estimate: {query.error.message}</Line>;
  if (query.data === undefined) return <Line>Estimating …</Line>;
  return (
    <details className="min-w-0 flex-1 basis-64" aria-busy={query.isFetching}>
      <summary className="hover:text-accent">
        <span aria-live="polite">{estimateWords(query.data)}</span>
      </summary>
      <p className="mt-1.5 max-w-prose text-sm text-ink-soft">{query.data.basis}</p>
    </details>
  );
}

function Line({ children }: { readonly children: ReactNode }) {
  return <p className="min-w-0 flex-1 basis-64 text-sm text-ink-soft">{children}</p>;
}

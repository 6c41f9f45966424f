"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTRPC } from "@/components/trpc/client";
import { launchRunSchema, type LaunchRunInput } from "@/server/runs/runs.schema";
import { fillUnread } from "./fill-unread";
import { useDebounced } from "./use-debounced";

const SETTLE_MS = 400;
const FRESH_MS = 30_000;

/** What the run is expected to take as the form stands, once it has stood still for a moment. */
export function useEstimate(problemsFor: (problemSetId: string) => string | null) {
  const trpc = useTRPC();
  const { control } = useFormContext<LaunchRunInput>();
  const values = useDebounced(useWatch({ control }), SETTLE_MS);
  // The name costs nothing: without it, typing one asks nothing.
  const parsed = useMemo(() => launchRunSchema.safeParse({ ...values, name: "Estimate" }), [values]);
  const launch = parsed.success
    ? { ...fillUnread(parsed.data), problemsOfRunId: problemsFor(parsed.data.problemSetId) }
    : null;
  const query = useQuery(
    trpc.runs.estimate.queryOptions(launch ?? skipToken, {
      placeholderData: keepPreviousData,
      staleTime: FRESH_MS,
      retry: false,
    }),
  );
  return { query, complete: launch !== null };
}

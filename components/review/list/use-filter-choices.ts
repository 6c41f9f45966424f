"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { formatInteger } from "@/components/ui/format";
import { NO_CHOICES, type FilterChoices } from "./filter-choices";

const FRESH_MS = 30_000;

/** What items have, of one campaign or of all; nothing to choose from until it is known. */
export function useFilterChoices(campaignId: string | null): FilterChoices {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.review.items.facets.queryOptions({ campaignId }, { staleTime: FRESH_MS }));
  if (data === undefined) return NO_CHOICES;
  return {
    runs: data.runs.map(({ id, name }) => ({ value: id, label: name })),
    levels: data.levels.map(counted),
    subjects: data.subjects.map(counted),
    annotators: data.annotators.map(({ id, name, mine }) => ({
      value: id,
      label: mine ? `${name} (you)` : name,
    })),
    reasons: data.reasons.map(({ code, label }) => ({ value: code, label })),
  };
}

function counted({ value, count }: { readonly value: string; readonly count: number }) {
  return { value, label: `${value} (${formatInteger(count)})` };
}

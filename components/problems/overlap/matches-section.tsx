"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import type { OverlapSummary } from "../types";
import { MatchFilters } from "./match-filters";
import { MatchList } from "./match-list";
import { overlapFilterParsers, toMatchesInput, type OverlapFilters } from "./overlap-filters";

/** The matches that the filters let through, a page at a time; filters and page are in the URL. */
export function MatchesSection({ summary }: { readonly summary: OverlapSummary }) {
  const trpc = useTRPC();
  const [filters, setFilters] = useQueryStates(overlapFilterParsers);
  const matches = useQuery(
    trpc.problems.overlap.matches.queryOptions(toMatchesInput(summary.set.id, filters), {
      placeholderData: keepPreviousData,
    }),
  );
  const change = (next: Partial<OverlapFilters>): void => void setFilters({ page: 1, ...next });
  return (
    <>
      <MatchFilters summary={summary} filters={filters} onChange={change} />
      {matches.isPending ? <SkeletonRows rows={6} rowHeight="9rem" label="Reading the matches" /> : null}
      {matches.isError ? (
        <ErrorState
          title="The matches could not be read"
          error={matches.error}
          retrying={matches.isFetching}
          onRetry={() => void matches.refetch()}
        />
      ) : null}
      {matches.data?.total === 0 ? (
        <EmptyState
          title="No match fits"
          action={<Button onClick={() => void setFilters(null)}>Show all matches</Button>}
        >
          No match of this set passes all the filters above.
        </EmptyState>
      ) : null}
      {matches.data === undefined || matches.data.total === 0 ? null : (
        <>
          <MatchList
            setId={summary.set.id}
            items={matches.data.items}
            first={(matches.data.page - 1) * matches.data.size}
            stale={matches.isPlaceholderData}
          />
          <Pagination
            page={matches.data.page}
            pageSize={matches.data.size}
            total={matches.data.total}
            noun="match"
            plural="matches"
            onPageChange={(page) => void setFilters({ page }, { history: "push", scroll: true })}
          />
        </>
      )}
    </>
  );
}

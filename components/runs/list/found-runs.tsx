"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { isUnderWay } from "../run-status";
import { CompareBar } from "./compare-bar";
import { isFiltered, runListInput, type RunListSearch } from "./run-list-search";
import { RunTable } from "./run-table";

const BUSY_MS = 2_000;
const QUIET_MS = 10_000;

interface FoundRunsProps {
  readonly search: RunListSearch;
  /** Null: the first page. */
  readonly onPage: (before: string | null) => void;
  readonly onPick: (picked: string[]) => void;
}

/** One page of the runs that the filter lets through, kept fresh while one of them is under way. */
export function FoundRuns({ search, onPage, onPick }: FoundRunsProps) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.runs.list.queryOptions(runListInput(search), {
      refetchInterval: ({ state }) =>
        state.data?.items.some(({ status }) => isUnderWay(status)) ? BUSY_MS : QUIET_MS,
    }),
  );
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={8} rowHeight="3.5rem" />
    ) : (
      <ErrorState
        title="The runs could not be read"
        error={query.error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
        retrying={query.isFetching}
      />
    );
  }
  const { items, next, total } = query.data;
  if (items.length === 0) {
    return (
      <EmptyState title={isFiltered(search) ? "No run fits" : "No other runs"}>
        {isFiltered(search) ? "Choose another filter, or show all runs." : "Runs that have ended stand here."}
      </EmptyState>
    );
  }
  return (
    <>
      <CompareBar
        picked={search.pick}
        onClear={() => {
          onPick([]);
        }}
      />
      <RunTable
        runs={items}
        picked={search.pick}
        onPick={(runId, picked) => {
          const others = search.pick.filter((id) => id !== runId);
          onPick(picked ? [...others.slice(-1), runId] : others);
        }}
      />
      <nav aria-label="Pages of runs" className="mt-3 flex min-h-8 flex-wrap items-center gap-2">
        <span className="mr-2 text-sm text-ink-soft">{formatCount(total, "run")}</span>
        {search.before === null ? null : (
          <Button
            size="sm"
            onClick={() => {
              onPage(null);
            }}
          >
            First page
          </Button>
        )}
        {next === null ? null : (
          <Button
            size="sm"
            onClick={() => {
              onPage(next);
            }}
          >
            Next page
          </Button>
        )}
      </nav>
    </>
  );
}

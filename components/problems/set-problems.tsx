"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { debounce, useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { FilterBar } from "./filter-bar";
import { FoundProblems } from "./found-problems";
import { problemFilterParsers, toListInput, type ProblemFilters } from "./problem-filters";
import type { SetDetail } from "./types";

const TYPING_MS = 250;

/** The problems of a set; filters and page are in the URL. */
export function SetProblems({ set }: { readonly set: SetDetail }) {
  const trpc = useTRPC();
  const [filters, setFilters] = useQueryStates(problemFilterParsers);
  const list = useQuery(
    trpc.problems.list.queryOptions(toListInput(set.id, filters), { placeholderData: keepPreviousData }),
  );
  // Only typing waits: a choice made while another one waits would otherwise be lost.
  const change = (next: Partial<ProblemFilters>): void =>
    void setFilters(
      { ...next, page: 1 },
      next.q === undefined ? {} : { limitUrlUpdates: debounce(TYPING_MS) },
    );
  const turn = (page: number): void => void setFilters({ page }, { history: "push", scroll: true });
  return (
    <>
      <FilterBar set={set} filters={filters} onChange={change} />
      {list.isPending ? <SkeletonRows rows={10} rowHeight="4.5rem" label="Reading the problems" /> : null}
      {list.isError ? (
        <ErrorState
          title="The problems could not be read"
          error={list.error}
          retrying={list.isFetching}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {list.data === undefined ? null : (
        <FoundProblems
          set={set}
          found={list.data}
          onPageChange={turn}
          onClearFilters={() => void setFilters(null)}
        />
      )}
    </>
  );
}

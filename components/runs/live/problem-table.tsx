"use client";

import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import type { problems } from "@/server/runs/reading.service";
import type { RunView } from "@/server/runs/run-view";
import { ProblemFilters } from "./problem-filters";
import { ProblemRows } from "./problem-rows";
import { PROBLEMS_SHOWN, problemsInput, runSearch } from "./run-search";

type ProblemPageData = ReturnType<typeof problems>;

/** The run's problems in its order, by status and bucket; filter and page are in the URL. */
export function ProblemTable({ run }: { readonly run: RunView }) {
  const trpc = useTRPC();
  const { status, bucket, after } = runSearch;
  const [search, setSearch] = useQueryStates({ status, bucket, after }, { history: "push" });
  const query = useQuery(
    trpc.runs.problems.queryOptions(problemsInput(run.id, search), { placeholderData: keepPreviousData }),
  );
  const change = (next: Partial<typeof search>): void => {
    setSearch({ after: null, ...next }).catch(() => undefined);
  };
  return (
    <>
      <ProblemFilters status={search.status} bucket={search.bucket} onChange={change} />
      <ProblemPage query={query} runId={run.id} />
      <nav aria-label="Pages of problems" className="mt-3 flex min-h-8 gap-2">
        {search.after < 0 ? null : (
          <Button
            size="sm"
            onClick={() => {
              change({});
            }}
          >
            First problems
          </Button>
        )}
        {query.data?.next === null || query.data === undefined ? null : (
          <Button
            size="sm"
            pending={query.isPlaceholderData}
            onClick={() => {
              change({ after: query.data.next ?? -1 });
            }}
          >
            Next {PROBLEMS_SHOWN}
          </Button>
        )}
      </nav>
    </>
  );
}

interface ProblemPageProps {
  readonly query: UseQueryResult<ProblemPageData, { readonly message: string }>;
  readonly runId: string;
}

function ProblemPage({ query, runId }: ProblemPageProps) {
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={10} />
    ) : (
      <ErrorState
        title="The problems could not be read"
        error={query.error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
        retrying={query.isFetching}
      />
    );
  }
  if (query.data.items.length === 0) {
    return <EmptyState title="No such problems">Choose another status or bucket.</EmptyState>;
  }
  return <ProblemRows runId={runId} problems={query.data.items} />;
}

"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { formatCount, formatInteger } from "@/components/ui/format";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { DisagreementFilters } from "./disagreement-filters";
import { DisagreementList } from "./disagreement-list";
import { disagreementsInput, gradersParsers } from "./graders-search";

const EVERY_MS = 30_000;

export function DisagreementsSection() {
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(gradersParsers);
  const found = useQuery(
    trpc.evaluations.disagreements.queryOptions(disagreementsInput(search), {
      placeholderData: keepPreviousData,
      refetchInterval: EVERY_MS,
    }),
  );
  if (found.isPending) return <SkeletonRows rows={6} label="Reading where graders differ" />;
  if (found.isError) {
    return (
      <ErrorState
        title="Where graders differ could not be read"
        error={found.error}
        retrying={found.isFetching}
        onRetry={() => {
          found.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const { items, total, open, settled } = found.data;
  const filtered = search.benchmark !== null || search.readings || search.state !== "open";
  if (open + settled === 0 && !filtered) {
    return (
      <EmptyState title="Graders differ on nothing">
        Answers stand here once a newer grader has judged what an older one did, and they do not agree.
      </EmptyState>
    );
  }
  return (
    <>
      <DisagreementFilters
        search={search}
        onChange={(change) => {
          setSearch(change).catch(() => undefined);
        }}
      />
      <p className="mb-2 text-sm text-ink-soft" aria-live="polite">
        {formatCount(open, "answer")} to settle, {formatInteger(settled)} settled.
        {total > items.length
          ? ` The first ${formatInteger(items.length)} of ${formatInteger(total)} are shown.`
          : null}
      </p>
      {items.length === 0 ? (
        <EmptyState title={search.state === "open" ? "Nothing to settle here" : "Nothing here"}>
          {search.state === "open"
            ? "Everything that the filter lets through is settled."
            : "No answer passes the filter."}
        </EmptyState>
      ) : (
        <DisagreementList items={items} stale={found.isPlaceholderData} />
      )}
    </>
  );
}

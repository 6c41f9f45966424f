"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Pagination } from "@/components/ui/pagination";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { NoPairs } from "./no-pairs";
import { pairFilterParsers, PAIRS_A_PAGE, toPairsInput } from "./pair-filters";
import { PairList } from "./pair-list";
import { PairsToolbar } from "./pairs-toolbar";

/** Pairs that are being read must not move; an empty page waits for the first. */
const WHILE_EMPTY_MS = 5_000;

/** A run's pairs, a page at a time; filter and page live in the address. */
export function PairsPage({ runId }: { readonly runId: string }) {
  const trpc = useTRPC();
  const [filters, setFilters] = useQueryStates(pairFilterParsers, { history: "push", scroll: true });
  const [raw, setRaw] = useState(false);
  const pairs = useQuery({
    ...trpc.runs.pairs.queryOptions(toPairsInput(runId, filters)),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.total === 0 ? WHILE_EMPTY_MS : false),
  });
  const show = (next: Partial<typeof filters>): void => {
    setFilters(next).catch(() => undefined);
  };
  if (pairs.isPending) return <SkeletonRows rows={12} rowHeight="5rem" label="Loading the pairs" />;
  if (pairs.isError) {
    return (
      <ErrorState
        title="The pairs could not be read"
        error={pairs.error}
        retrying={pairs.isFetching}
        onRetry={() => {
          pairs.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const { items, total, stages, heldBack } = pairs.data;
  return (
    <>
      <PairsToolbar
        runId={runId}
        stages={stages}
        stage={filters.stage}
        onStageChange={(stage) => {
          show({ stage, page: 1 });
        }}
        held={filters.held}
        heldBack={heldBack}
        onHeldChange={(held) => {
          show({ held, page: 1 });
        }}
        raw={raw}
        onRawChange={setRaw}
      />
      {items.length === 0 ? (
        <NoPairs
          runId={runId}
          filtered={filters.stage !== null || filters.held || filters.page > 1}
          onReset={() => {
            show({ stage: null, held: false, page: 1 });
          }}
        />
      ) : (
        <>
          <PairList
            items={items}
            first={(filters.page - 1) * PAIRS_A_PAGE}
            stale={pairs.isPlaceholderData}
            raw={raw}
            onRawChange={setRaw}
          />
          <Pagination
            page={filters.page}
            pageSize={PAIRS_A_PAGE}
            total={total}
            noun="pair"
            onPageChange={(page) => {
              show({ page });
            }}
          />
        </>
      )}
    </>
  );
}

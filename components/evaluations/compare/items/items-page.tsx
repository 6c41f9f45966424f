"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { Button } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { COMPARED_ITEMS_A_PAGE } from "@/server/evaluations/comparison/comparison.schema";
import { compareItemsParsers, toItemsInput, type CompareItemsSearch } from "../compare-search";
import { ExportLinks } from "../export-links";
import { ModelHeads } from "../model-heads";
import { ItemFilter } from "./item-filter";
import { ItemList } from "./item-list";

const NO_FILTER = { cell: null, level: null, subject: null, q: "", page: 1 } as const;

/** The items of a comparison, a page at a time; filter and page live in the address. */
export function ItemsPage() {
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(compareItemsParsers, { history: "push" });
  const query = useQuery({
    ...trpc.evaluations.compareItems.queryOptions(toItemsInput(search)),
    placeholderData: keepPreviousData,
  });
  const change = (next: Partial<CompareItemsSearch>, history: "push" | "replace" = "push"): void => {
    setSearch({ page: 1, ...next }, { history }).catch(() => undefined);
  };
  const { data } = query;
  if (data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={12} rowHeight="4rem" label="Loading the items" />
    ) : (
      <ErrorState
        title="The items could not be read"
        error={query.error}
        retrying={query.isFetching}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
      />
    );
  }
  return (
    <>
      <ModelHeads a={data.a} b={data.b} />
      <ItemFilter search={search} found={data} onChange={change} />
      {data.items.length === 0 ? (
        <EmptyState
          title="No item fits"
          action={
            <Button
              onClick={() => {
                change(NO_FILTER);
              }}
            >
              Show all items
            </Button>
          }
        >
          Of all items compared, none passes this filter.
        </EmptyState>
      ) : (
        <div className={clsx(query.isPlaceholderData && "opacity-60")} aria-busy={query.isPlaceholderData}>
          <ItemList items={data.items} samples={data.samples} search={search} />
          <div className="mt-2 flex flex-wrap items-center justify-between gap-x-6">
            <Pagination
              page={search.page}
              pageSize={COMPARED_ITEMS_A_PAGE}
              total={data.total}
              noun="item"
              onPageChange={(page) => {
                change({ page });
              }}
            />
            <span className="flex gap-1">
              <ExportLinks search={search} />
            </span>
          </div>
        </div>
      )}
    </>
  );
}

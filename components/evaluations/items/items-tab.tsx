"use client";

/**
 * `components/evaluations/items` owns an evaluation's items: their table, and one item with every answer.
 */
import { useQuery } from "@tanstack/react-query";
import { debounce, useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { evaluationParsers, isItemFiltered, ITEMS_SHOWN, itemsInput } from "../live/evaluation-search";
import { ItemFilters } from "./item-filters";
import { ItemTable } from "./item-table";

const TYPING_MS = 250;

/** The items that the filter lets through, a page at a time; all of it in the URL. */
export function ItemsTab({ evaluation }: { readonly evaluation: EvaluationView }) {
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(evaluationParsers);
  const query = useQuery(
    trpc.evaluations.items.queryOptions(itemsInput(evaluation.id, search), {
      placeholderData: (previous) => previous,
    }),
  );
  const { data } = query;
  return (
    <>
      <ItemFilters
        protocol={evaluation.protocol}
        search={search}
        found={data}
        onChange={(change) => {
          setSearch({ page: 1, ...change }).catch(() => undefined);
        }}
        onType={(q) => {
          setSearch({ q, page: 1 }, { limitUrlUpdates: debounce(TYPING_MS) }).catch(() => undefined);
        }}
      />
      {data === undefined ? (
        query.error === null ? (
          <SkeletonRows rows={12} rowHeight="3.5rem" />
        ) : (
          <ErrorState
            title="The items could not be read"
            error={query.error}
            onRetry={() => {
              query.refetch().catch(() => undefined);
            }}
            retrying={query.isFetching}
          />
        )
      ) : data.items.length === 0 ? (
        <EmptyState title="No item fits">
          {isItemFiltered(search) ? "Choose another filter, or show all items." : "This page is empty."}
        </EmptyState>
      ) : (
        <>
          <ItemTable evaluation={evaluation} items={data.items} search={search} />
          <Pagination
            page={Math.max(1, search.page)}
            pageSize={ITEMS_SHOWN}
            total={data.total}
            noun="item"
            onPageChange={(page) => {
              setSearch({ page }, { history: "push", scroll: false }).catch(() => undefined);
            }}
          />
        </>
      )}
    </>
  );
}

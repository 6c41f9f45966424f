"use client";

import { clsx } from "clsx";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { Kbd } from "@/components/ui/kbd";
import { Pagination } from "@/components/ui/pagination";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { BulkBar } from "./bulk-bar";
import { ItemTable } from "./item-table";
import { ITEMS_A_PAGE, toItemsInput, type ListSearch } from "./list-params";
import { NoItems } from "./no-items";
import { extend, NOTHING, toggle, togglePage } from "./selection";
import { useListKeys } from "./use-list-keys";

interface FoundItemsProps {
  readonly search: ListSearch;
  readonly campaigns: readonly CampaignView[];
  readonly onPage: (page: number) => void;
  readonly onClear: () => void;
}

/** One page of what the filter finds, with a selection that outlives turning the page. */
export function FoundItems({ search, campaigns, onPage, onClear }: FoundItemsProps) {
  const trpc = useTRPC();
  const { can } = useMe();
  const [selection, setSelection] = useState(NOTHING);
  const list = useRef<HTMLDivElement>(null);
  const found = useQuery(
    trpc.review.items.list.queryOptions(toItemsInput(search), { placeholderData: keepPreviousData }),
  );
  const order = (found.data?.items ?? []).map(({ number }) => number);
  const mayDecide = can("annotator");
  useListKeys({
    list,
    onPick: (number) => {
      if (mayDecide) setSelection(toggle(selection, number, order));
    },
  });
  if (found.isPending) return <SkeletonRows rows={12} rowHeight="3.5rem" label="Loading the items" />;
  if (found.isError) {
    return (
      <ErrorState
        title="The items could not be read"
        error={found.error}
        retrying={found.isFetching}
        onRetry={() => {
          found.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const { items, total } = found.data;
  if (items.length === 0) return <NoItems search={search} total={total} onClear={onClear} onPage={onPage} />;
  return (
    <>
      <p className="mb-2 text-sm text-ink-faint max-sm:hidden">
        <Kbd>j</Kbd> <Kbd>k</Kbd> move, <Kbd>Enter</Kbd> opens
        {mayDecide ? (
          <>
            , <Kbd>x</Kbd> selects, <Kbd>Shift</Kbd> with a click selects up to there
          </>
        ) : null}
      </p>
      <div
        ref={list}
        aria-busy={found.isPlaceholderData}
        className={clsx(found.isPlaceholderData && "opacity-60")}
      >
        <ItemTable
          items={items}
          search={search}
          selection={mayDecide ? selection : null}
          onPick={(number, range) => {
            // The browser takes a click with Shift for a selection of text as well.
            if (range) window.getSelection()?.removeAllRanges();
            setSelection((range ? extend : toggle)(selection, number, order));
          }}
          onPickPage={() => {
            setSelection(togglePage(selection, order));
          }}
        />
      </div>
      <Pagination
        page={search.page}
        pageSize={ITEMS_A_PAGE}
        total={total}
        noun="item"
        onPageChange={onPage}
      />
      <BulkBar
        search={search}
        campaigns={campaigns}
        selection={selection}
        total={total}
        onChange={setSelection}
      />
    </>
  );
}

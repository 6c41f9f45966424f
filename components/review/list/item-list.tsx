"use client";

import { useQuery } from "@tanstack/react-query";
import { debounce, useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { ErrorState } from "@/components/ui/states";
import { filterOf } from "../filter-params";
import { FilterBar } from "./filter-bar";
import { FoundItems } from "./found-items";
import { listParsers, toItemsInput, viewQuery, type ListSearch } from "./list-params";
import { ListHead } from "./list-head";
import { ListScope } from "./list-scope";
import { useFilterChoices } from "./use-filter-choices";

const TYPING_MS = 250;
const TYPED: ReadonlySet<string> = new Set(["text", "marginMin", "marginMax", "lengthMin", "lengthMax"]);

/** Items by filter, campaign and order; all of it in the address. */
export function ItemList() {
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(listParsers);
  const campaigns = useQuery(trpc.review.campaigns.list.queryOptions());
  const choices = useFilterChoices(search.campaign);
  const change = (next: Partial<ListSearch>): void => {
    // What is typed waits for a pause. What is chosen does not: two choices within it would undo each other.
    const typed = Object.keys(next).some((key) => TYPED.has(key));
    setSearch({ ...next, page: 1 }, typed ? { limitUrlUpdates: debounce(TYPING_MS) } : {}).catch(
      () => undefined,
    );
  };
  const campaign = campaigns.data?.find(({ id }) => id === search.campaign) ?? null;
  return (
    <>
      <ListHead search={search} campaign={campaign} query={viewQuery(search)} />
      <FilterBar filter={filterOf(search)} choices={choices} onChange={change}>
        <ListScope search={search} campaigns={campaigns.data ?? []} onChange={change} />
      </FilterBar>
      {campaigns.error === null ? null : (
        <ErrorState
          compact
          title="The campaigns could not be read"
          error={campaigns.error}
          onRetry={() => {
            campaigns.refetch().catch(() => undefined);
          }}
          retrying={campaigns.isFetching}
        />
      )}
      <FoundItems
        // Another filter is another selection; another page is not.
        key={JSON.stringify({ ...toItemsInput(search), page: 1, sort: null, seed: null })}
        search={search}
        campaigns={campaigns.data ?? []}
        onPage={(page) => {
          setSearch({ page }, { history: "push", scroll: true }).catch(() => undefined);
        }}
        onClear={() => {
          setSearch(null).catch(() => undefined);
        }}
      />
    </>
  );
}

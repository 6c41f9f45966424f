import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { ItemList } from "@/components/review/list/item-list";
import { loadListSearch, toItemsInput } from "@/components/review/list/list-params";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Review items" };

export default async function ReviewItemsPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const search = await loadListSearch(searchParams);
  await prefetch(
    trpc.review.items.list.queryOptions(toItemsInput(search)),
    trpc.review.items.facets.queryOptions({ campaignId: search.campaign }),
    trpc.review.campaigns.list.queryOptions(),
  );
  return (
    <HydrateClient>
      <ItemList />
    </HydrateClient>
  );
}

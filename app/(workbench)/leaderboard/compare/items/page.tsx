import type { Metadata } from "next";
import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { comparePath } from "@/components/evaluations/compare/compare-paths";
import { loadCompareItemsSearch, toItemsInput } from "@/components/evaluations/compare/compare-search";
import { ItemsPage } from "@/components/evaluations/compare/items/items-page";
import { subsetWords } from "@/components/evaluations/subset-words";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { HydrateClient, readQuery, trpc } from "@/server/trpc/rsc";
import { readCompared } from "./read-compared";

export const metadata: Metadata = { title: "Items of a comparison" };

export default async function ComparedItemsPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const search = await loadCompareItemsSearch(searchParams);
  const found = await readCompared(search, () =>
    readQuery(trpc.evaluations.compareItems.queryOptions(toItemsInput(search))),
  );
  const { a, b, pass, benchmark } = search;
  return (
    <HydrateClient>
      <PageHeader
        above={
          <Link href={comparePath({ a, b, pass, benchmark })} className="link">
            Comparison
          </Link>
        }
        title={<SafeText text={found.benchmark.name} />}
        lede={`${subsetWords(found.subset)}: what both models answered, item by item.`}
      />
      <ItemsPage />
    </HydrateClient>
  );
}

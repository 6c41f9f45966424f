import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { ComparePage } from "@/components/evaluations/compare/compare-page";
import { FAMILY, loadCompareSearch } from "@/components/evaluations/compare/compare-search";
import { EvaluationsNav } from "@/components/evaluations/evaluations-nav";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Compare two models" };

export default async function CompareModelsPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const { a, b, pass } = await loadCompareSearch(searchParams);
  const isPair = a !== "" && b !== "" && b !== FAMILY;
  await prefetch(
    trpc.evaluations.compareChoices.queryOptions(),
    ...(isPair ? [trpc.evaluations.compare.queryOptions({ a, b, pass })] : []),
  );
  return (
    <HydrateClient>
      <EvaluationsNav />
      <PageHeader
        title="Compare two models"
        lede="Is B better than A? Tested on the same items, or refused with the reason."
      />
      <ComparePage />
    </HydrateClient>
  );
}

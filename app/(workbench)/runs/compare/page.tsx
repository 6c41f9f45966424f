import type { Metadata } from "next";
import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { ComparePage } from "@/components/runs/compare/compare-page";
import { loadCompareSearch, runChoicesInput } from "@/components/runs/compare/compare-search";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Compare two runs" };

export default async function CompareRunsPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const { a, b } = await loadCompareSearch(searchParams);
  await prefetch(
    trpc.runs.list.queryOptions(runChoicesInput),
    ...(a === "" || b === "" ? [] : [trpc.runs.compare.queryOptions({ a, b })]),
  );
  return (
    <HydrateClient>
      <PageHeader
        above={
          <Link href="/runs" className="link">
            Runs
          </Link>
        }
        title="Compare two runs"
        lede="What differs in how they were set, and in what came of them."
      />
      <ComparePage />
    </HydrateClient>
  );
}

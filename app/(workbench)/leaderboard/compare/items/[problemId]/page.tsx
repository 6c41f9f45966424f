import type { Metadata } from "next";
import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { compareItemsPath, comparePath } from "@/components/evaluations/compare/compare-paths";
import { loadCompareItemsSearch, toItemInput } from "@/components/evaluations/compare/compare-search";
import { ItemPage } from "@/components/evaluations/compare/items/item-page";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { HydrateClient, readQuery, trpc } from "@/server/trpc/rsc";
import { readCompared } from "../read-compared";

interface Props {
  readonly params: Promise<{ problemId: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: "One problem, two models" };

export default async function ComparedItemPage({ params, searchParams }: Props) {
  const { problemId } = await params;
  const search = await loadCompareItemsSearch(searchParams);
  const item = await readCompared(search, () =>
    readQuery(trpc.evaluations.compareItem.queryOptions(toItemInput(search, problemId))),
  );
  const { a, b, pass, benchmark } = search;
  return (
    <HydrateClient>
      <PageHeader
        above={
          <>
            <Link href={comparePath({ a, b, pass, benchmark })} className="link">
              Comparison
            </Link>
            {" / "}
            <Link href={compareItemsPath(search)} className="link">
              <SafeText text={item.benchmark.name} />
            </Link>
          </>
        }
        title={
          <>
            Item <SafeText text={item.problem.externalId} />
          </>
        }
      />
      <ItemPage problemId={problemId} />
    </HydrateClient>
  );
}

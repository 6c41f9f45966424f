import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { EvaluationsNav } from "@/components/evaluations/evaluations-nav";
import { GradersPage } from "@/components/evaluations/graders/graders-page";
import { disagreementsInput, loadGradersSearch } from "@/components/evaluations/graders/graders-search";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Graders" };

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

export default async function Page({ searchParams }: Props) {
  const search = await loadGradersSearch(searchParams);
  await prefetch(
    trpc.evaluations.graders.queryOptions(),
    trpc.evaluations.disagreements.queryOptions(disagreementsInput(search)),
    trpc.problems.sets.list.queryOptions(),
  );
  return (
    <HydrateClient>
      <EvaluationsNav />
      <PageHeader title="Graders" lede="Who judged the answers, and where judges do not agree." />
      <GradersPage />
    </HydrateClient>
  );
}

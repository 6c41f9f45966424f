import { Plus } from "lucide-react";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { OnlyFor } from "@/components/accounts/only-for";
import { EvaluationsNav } from "@/components/evaluations/evaluations-nav";
import { boardPage, loadBoardSearch } from "@/components/evaluations/leaderboard/board-search";
import { LeaderboardPage } from "@/components/evaluations/leaderboard/leaderboard-page";
import { newEvaluationPath } from "@/components/evaluations/paths";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Leaderboard" };

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const filter = boardPage(await loadBoardSearch(searchParams));
  await prefetch(
    trpc.evaluations.leaderboard.queryOptions(filter),
    trpc.evaluations.publishedRows.queryOptions(),
  );
  return (
    <HydrateClient>
      <EvaluationsNav />
      <PageHeader
        title="Leaderboard"
        lede="What each model is worth, with the interval that says how sure that is. Only numbers measured alike are ranked."
        actions={
          <OnlyFor least="runner">
            <LinkButton variant="primary" href={newEvaluationPath()} icon={<Plus size={15} aria-hidden />}>
              Evaluate a model
            </LinkButton>
          </OnlyFor>
        }
      />
      <LeaderboardPage />
    </HydrateClient>
  );
}

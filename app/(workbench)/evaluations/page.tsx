import { Plus } from "lucide-react";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { OnlyFor } from "@/components/accounts/only-for";
import { EvaluationsNav } from "@/components/evaluations/evaluations-nav";
import { EvaluationList } from "@/components/evaluations/list/evaluation-list";
import { evaluationListInput, loadEvaluationListSearch } from "@/components/evaluations/list/list-search";
import { newEvaluationPath } from "@/components/evaluations/paths";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Evaluations" };

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

export default async function EvaluationsPage({ searchParams }: Props) {
  const search = await loadEvaluationListSearch(searchParams);
  await prefetch(
    trpc.evaluations.list.queryOptions(evaluationListInput(search)),
    trpc.models.list.queryOptions(),
    trpc.problems.sets.list.queryOptions(),
  );
  return (
    <HydrateClient>
      <EvaluationsNav />
      <PageHeader
        title="Evaluations"
        lede="Each asks one model the problems of one benchmark, under a protocol that is stored whole."
        actions={
          <OnlyFor least="runner">
            <LinkButton variant="primary" href={newEvaluationPath()} icon={<Plus size={15} aria-hidden />}>
              New evaluation
            </LinkButton>
          </OnlyFor>
        }
      />
      <EvaluationList />
    </HydrateClient>
  );
}

import type { Metadata } from "next";
import { ItemPage } from "@/components/evaluations/items/item-page";
import { itemFilter, loadItemSearch } from "@/components/evaluations/live/evaluation-search";
import { EvaluationCrumbs } from "@/components/evaluations/evaluation-crumbs";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { HydrateClient, readQuery, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../../../../problems/read-or-not-found";

type Props = PageProps<"/evaluations/[evaluationId]/items/[problemId]">;

async function detailOf({ params, searchParams }: Props) {
  const filter = itemFilter(await loadItemSearch(searchParams));
  return readOrNotFound(readQuery(trpc.evaluations.item.queryOptions({ ...(await params), ...filter })));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { problem, evaluation } = await detailOf(props);
  return { title: `Item ${problem.externalId}: ${evaluation.model.name}` };
}

export default async function EvaluationItemPage(props: Props) {
  const { evaluationId, problemId } = await props.params;
  const { problem, evaluation } = await detailOf(props);
  const filter = itemFilter(await loadItemSearch(props.searchParams));
  return (
    <HydrateClient>
      <PageHeader
        above={<EvaluationCrumbs evaluation={evaluation} filter={filter} />}
        title={
          <>
            Item <SafeText text={problem.externalId} />
          </>
        }
      />
      <ItemPage evaluationId={evaluationId} problemId={problemId} />
    </HydrateClient>
  );
}

import type { Metadata } from "next";
import { EvaluationsNav } from "@/components/evaluations/evaluations-nav";
import { EvaluationPage } from "@/components/evaluations/live/evaluation-page";
import { itemsInput, loadEvaluationSearch } from "@/components/evaluations/live/evaluation-search";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";
import { evaluationOrNotFound } from "../evaluation-or-not-found";

type Props = PageProps<"/evaluations/[evaluationId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { evaluationId } = await params;
  const { model, benchmark } = await evaluationOrNotFound(evaluationId);
  return { title: `${model.name} on ${benchmark.name}` };
}

export default async function EvaluationRoute({ params, searchParams }: Props) {
  const { evaluationId } = await params;
  await evaluationOrNotFound(evaluationId);
  const search = await loadEvaluationSearch(searchParams);
  await prefetch(
    trpc.evaluations.items.queryOptions(itemsInput(evaluationId, search)),
    trpc.runs.worker.queryOptions(),
  );
  return (
    <HydrateClient>
      <EvaluationsNav />
      <EvaluationPage key={evaluationId} evaluationId={evaluationId} />
    </HydrateClient>
  );
}

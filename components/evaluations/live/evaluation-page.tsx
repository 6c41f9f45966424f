"use client";

/**
 * `components/evaluations/live` owns the page of one evaluation, at work and finished: its state, its numbers, its protocol.
 */
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/components/trpc/client";
import { PageHeader } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { EvaluationActions } from "../evaluation-actions";
import { passesWords } from "../passes-words";
import { evaluationsPath } from "../paths";
import { subsetWords } from "../subset-words";
import { CurvesSection } from "./curves-section";
import { EvaluationLinks } from "./evaluation-links";
import { EvaluationState } from "./evaluation-state";
import { EvaluationTabs } from "./evaluation-tabs";
import { NumbersSection } from "./numbers-section";
import { RetryFailedButton } from "./retry-failed-button";
import { useEvaluationWatch } from "./use-evaluation-watch";

/** An evaluation, live. */
export function EvaluationPage({ evaluationId }: { readonly evaluationId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.evaluations.get.queryOptions({ evaluationId }));
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={8} />
    ) : (
      <ErrorState
        title="The evaluation could not be read"
        error={query.error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
        retrying={query.isFetching}
      />
    );
  }
  return <LiveEvaluation evaluation={query.data} />;
}

function LiveEvaluation({ evaluation }: { readonly evaluation: EvaluationView }) {
  const router = useRouter();
  const { connection, reconnect } = useEvaluationWatch(evaluation);
  const { model, benchmark, subset, protocol } = evaluation;
  return (
    <>
      <PageHeader
        above={
          <Link href={evaluationsPath()} className="link">
            Evaluations
          </Link>
        }
        title={
          <>
            <bdi>{model.name}</bdi> on <bdi>{benchmark.name}</bdi>
          </>
        }
        lede={
          <>
            {subsetWords(subset)}; {passesWords(protocol)}
          </>
        }
        actions={
          <>
            <EvaluationActions
              evaluation={evaluation}
              onRemoved={() => {
                router.push(evaluationsPath());
              }}
            />
            <RetryFailedButton evaluation={evaluation} />
            <EvaluationLinks evaluation={evaluation} />
          </>
        }
      />
      <EvaluationState evaluation={evaluation} connection={connection} onReconnect={reconnect} />
      <NumbersSection evaluation={evaluation} />
      <CurvesSection evaluation={evaluation} />
      <EvaluationTabs evaluation={evaluation} />
    </>
  );
}

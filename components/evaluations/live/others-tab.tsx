"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/components/trpc/client";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { EvaluationTable } from "../list/evaluation-table";
import { evaluationsPath, leaderboardPath } from "../paths";

/** Other evaluations of the same model, the newest. */
export function OthersTab({ evaluation }: { readonly evaluation: EvaluationView }) {
  const trpc = useTRPC();
  const modelId = evaluation.model.id;
  const query = useQuery(trpc.evaluations.list.queryOptions({ modelId }));
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={3} rowHeight="5.5rem" />
    ) : (
      <ErrorState
        title="The other evaluations could not be read"
        error={query.error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
        retrying={query.isFetching}
      />
    );
  }
  const others = query.data.items.filter(({ id }) => id !== evaluation.id);
  return (
    <>
      <p className="mb-3 flex flex-wrap gap-x-4 text-sm">
        <Link href={evaluationsPath({ model: modelId })} className="link">
          All evaluations of this model
        </Link>
        <Link href={leaderboardPath()} className="link">
          Leaderboard
        </Link>
      </p>
      {others.length === 0 ? (
        <EmptyState title="This is its only evaluation">
          Others of the same model, on any benchmark, stand here.
        </EmptyState>
      ) : (
        <EvaluationTable evaluations={others} label="Other evaluations of the model" />
      )}
    </>
  );
}

"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useRunActions } from "@/components/runs/use-run-actions";
import { useTRPC } from "@/components/trpc/client";
import { Button, type ButtonSize } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { toast } from "@/components/ui/toaster";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";

interface RetryFailedButtonProps {
  readonly evaluation: EvaluationView;
  readonly size?: ButtonSize;
}

/** Takes the failed items again; their good calls are not repeated. Nothing where none has failed. */
export function RetryFailedButton({ evaluation, size = "md" }: RetryFailedButtonProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const may = useRunActions(evaluation.status);
  const retry = useMutation(
    trpc.evaluations.retryFailed.mutationOptions({
      onSuccess: async ({ items }) => {
        toast.success(`${formatCount(items, "item")} will be tried again.`);
        await queryClient.invalidateQueries(trpc.evaluations.pathFilter());
      },
      onError: (error) => {
        toast.error(error.message);
      },
    }),
  );
  if (evaluation.itemsFailed === 0 || !may.retry) return null;
  return (
    <Button
      size={size}
      icon={<RotateCcw size={14} aria-hidden />}
      title="Answers that are on record are kept and not asked again"
      pending={retry.isPending}
      onClick={() => {
        retry.mutate({ evaluationId: evaluation.id });
      }}
    >
      Retry {formatCount(evaluation.itemsFailed, "failed item")}
    </Button>
  );
}

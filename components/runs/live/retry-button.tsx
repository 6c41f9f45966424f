"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { toast } from "@/components/ui/toaster";
import type { RunView } from "@/server/runs/run-view";
import { useRunActions } from "../use-run-actions";

interface RetryButtonProps {
  readonly run: RunView;
  readonly size?: "md" | "sm";
}

/** Takes the failed problems again; their good calls are not repeated. Nothing where none has failed. */
export function RetryButton({ run, size = "md" }: RetryButtonProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const may = useRunActions(run.status);
  const retry = useMutation(
    trpc.runs.retryFailed.mutationOptions({
      onSuccess: async ({ problems }) => {
        toast.success(`${formatCount(problems, "problem")} will be tried again.`);
        await queryClient.invalidateQueries(trpc.runs.pathFilter());
      },
      onError: (error) => {
        toast.error(error.message);
      },
    }),
  );
  if (run.problemsFailed === 0 || !may.retry) return null;
  return (
    <Button
      size={size}
      icon={<RotateCcw size={14} aria-hidden />}
      title="Calls that succeeded are kept and not asked again"
      pending={retry.isPending}
      onClick={() => {
        retry.mutate({ runId: run.id });
      }}
    >
      Retry {formatCount(run.problemsFailed, "failed problem")}
    </Button>
  );
}

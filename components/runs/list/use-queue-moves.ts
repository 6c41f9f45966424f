"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { toast } from "@/components/ui/toaster";
import { activeRunsInput } from "./run-list-search";
import { targetOf, type QueueMove } from "./queue-moves";

/** Moves queued runs; the list is read again once the server has the new order. */
export function useQueueMoves(order: readonly string[]) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const move = useMutation(
    trpc.runs.moveInQueue.mutationOptions({
      onError: (error) => {
        toast.error(error.message);
      },
      onSettled: () => queryClient.invalidateQueries(trpc.runs.list.queryFilter(activeRunsInput)),
    }),
  );
  return {
    pending: move.isPending,
    canMove: (runId: string, how: QueueMove): boolean => targetOf(order, runId, how) !== undefined,
    move: (runId: string, how: QueueMove): void => {
      const before = targetOf(order, runId, how);
      if (before !== undefined && !move.isPending) move.mutate({ runId, before });
    },
  };
}

"use client";

import { skipToken, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useState } from "react";
import { connectionOf } from "@/components/runs/live/connection";
import { isOver } from "@/components/runs/run-status";
import { throttle } from "@/components/runs/throttle";
import { useTRPC } from "@/components/trpc/client";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";

const ITEMS_MS = 2_000;

/**
 * Follows an evaluation: its row goes into the cache, and its items are read again at most once every two seconds. After
 * sleep or a lost connection it goes on with how things stand.
 */
export function useEvaluationWatch({ id, status, rescoreTo }: EvaluationView) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [input] = useState({ evaluationId: id, lastEventId: 0 });
  const [readItems] = useState(() =>
    throttle(() => {
      const { evaluationId } = input;
      for (const queryKey of [
        trpc.evaluations.items.queryKey({ evaluationId }),
        trpc.evaluations.failures.queryKey({ evaluationId }),
      ]) {
        // A slow read is not begun anew: it would never end while updates arrive.
        queryClient
          .invalidateQueries({ queryKey: [...queryKey] }, { cancelRefetch: false })
          .catch(() => undefined);
      }
    }, ITEMS_MS),
  );
  // Also while it is graded anew: its numbers change then.
  const still = isOver(status) && rescoreTo === null;
  const subscription = useSubscription(
    trpc.evaluations.watch.subscriptionOptions(still ? skipToken : input, {
      onData: ({ data: { evaluation } }) => {
        queryClient.setQueryData(trpc.evaluations.get.queryKey({ evaluationId: id }), evaluation);
        readItems();
      },
    }),
  );
  return {
    connection: still ? ("off" as const) : connectionOf(subscription),
    reconnect: subscription.reset,
  };
}

"use client";

import { skipToken, useMutation, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/trpc/client";
import type { RunEvent } from "@/server/runs/events.repo";
import { isOver } from "../run-status";
import { throttle } from "../throttle";
import { connectionOf } from "./connection";
import { EVENTS_FIRST } from "./run-search";
import { addNewer, addOlder, openWindow } from "./event-window";

const COUNTS_MS = 1_000;

interface Watched {
  readonly id: string;
  readonly status: Parameters<typeof isOver>[0];
}

/**
 * Follows a run: its row goes into the cache, new events into the log, and the counts are read again at most
 * once a second. After sleep or a lost connection it goes on after the last event seen.
 * @param firstEvents the newest events as the page was sent, newest first
 */
export function useRunWatch(run: Watched, firstEvents: readonly RunEvent[]) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [log, setLog] = useState(() => openWindow(firstEvents, EVENTS_FIRST));
  const [input] = useState({ runId: run.id, lastEventId: firstEvents[0]?.id ?? 0 });
  const [readCounts] = useState(() =>
    throttle(() => {
      const { runId } = input;
      const keys = [
        trpc.runs.progress.queryKey({ runId }),
        trpc.runs.report.queryKey({ runId }),
        trpc.runs.throughput.queryKey({ runId }),
        trpc.runs.errors.queryKey({ runId }),
        trpc.runs.problems.queryKey({ runId }),
      ];
      for (const queryKey of keys) {
        // A slow read is not begun anew: it would never end while updates arrive.
        queryClient
          .invalidateQueries({ queryKey: [...queryKey] }, { cancelRefetch: false })
          .catch(() => undefined);
      }
    }, COUNTS_MS),
  );
  const over = isOver(run.status);
  const subscription = useSubscription(
    trpc.runs.watch.subscriptionOptions(over ? skipToken : input, {
      onData: ({ data: update }) => {
        queryClient.setQueryData(trpc.runs.get.queryKey({ runId: input.runId }), update.run);
        setLog((current) => addNewer(current, update.events));
        readCounts();
      },
    }),
  );
  const older = useMutation({
    mutationFn: (beforeId: number) =>
      client.runs.events.query({ runId: input.runId, beforeId, limit: EVENTS_FIRST }),
    onSuccess: (events) => {
      setLog((current) => addOlder(current, events, EVENTS_FIRST));
    },
  });
  return {
    log,
    older,
    connection: over ? ("off" as const) : connectionOf(subscription),
    reconnect: subscription.reset,
  };
}

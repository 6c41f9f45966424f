"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useTRPC } from "@/components/trpc/client";
import type { RunNotice } from "@/server/runs/notices.service";
import { readSeen, readSeenOnServer, subscribeSeen, writeSeen, type SeenNotices } from "./seen-notices";

const POLL_MS = 5_000;

export interface UnreadNotices {
  /** Newest first, one a run. */
  readonly items: readonly RunNotice[];
  readonly seen: SeenNotices;
  readonly markRead: () => void;
}

/** Notices since the last that was read in this browser; asked for every few seconds on any page. */
export function useNotices(): UnreadNotices {
  const trpc = useTRPC();
  const seen = useSyncExternalStore(subscribeSeen, readSeen, readSeenOnServer);
  const { data, isPlaceholderData } = useQuery(
    trpc.runs.notices.queryOptions(
      { since: seen.read },
      {
        refetchInterval: POLL_MS,
        refetchIntervalInBackground: true,
        placeholderData: keepPreviousData,
        staleTime: POLL_MS,
        retry: false,
      },
    ),
  );
  useEffect(() => {
    if (data === undefined || isPlaceholderData) return;
    // Before the first look, and where the data folder is another one than before, all begins now.
    const begins = seen.read === null || data.cursor < seen.read;
    if (begins) writeSeen({ read: data.cursor, told: data.cursor });
  }, [seen.read, data, isPlaceholderData]);
  const read = seen.read ?? Infinity;
  return {
    // What the query before still shows may be read by now.
    items: (data?.items ?? []).filter(({ id }) => id > read),
    seen,
    markRead: () => {
      if (data !== undefined) writeSeen({ read: data.cursor });
    },
  };
}

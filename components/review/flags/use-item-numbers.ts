"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";

const FRESH_MS = 30_000;

interface Made {
  readonly pairIds?: readonly string[];
  readonly correctionIds?: readonly string[];
}

/** The review items of pairs and corrections on a page; null where there is none (yet). */
export function useItemNumbers({ pairIds = [], correctionIds = [] }: Made): (id: string) => number | null {
  const trpc = useTRPC();
  const { data = [] } = useQuery(
    trpc.review.items.of.queryOptions(
      { pairIds: pairIds.slice(0, MOST), correctionIds: correctionIds.slice(0, MOST) },
      { enabled: pairIds.length + correctionIds.length > 0, staleTime: FRESH_MS },
    ),
  );
  return (id) => data.find((item) => item.id === id)?.number ?? null;
}

/** As many as the server takes at once; a problem has fewer. */
const MOST = 1_000;

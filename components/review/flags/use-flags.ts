"use client";

/** `components/review/flags` owns the mark on a problem whose reference answer people doubt, for every page that shows one. */
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import type { ItemProblem } from "@/server/review/item-view.schema";

export type Flags = ItemProblem["flags"];

const FRESH_MS = 30_000;
const NONE: Flags = [];

/** Who doubts the reference answers of some problems; nobody until it is known. */
export function useFlags(problemIds: readonly string[]): (problemId: string) => Flags {
  const trpc = useTRPC();
  const { data = [] } = useQuery(
    trpc.review.flagsOf.queryOptions(
      { problemIds: [...problemIds] },
      { enabled: problemIds.length > 0, staleTime: FRESH_MS },
    ),
  );
  return (problemId) => data.find((each) => each.problemId === problemId)?.flags ?? NONE;
}

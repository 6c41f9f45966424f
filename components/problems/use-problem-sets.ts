"use client";

import { useIsMutating, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";

const WHILE_IMPORTING_MS = 700;

/** All sets; read again and again while one of them is being imported. */
export function useProblemSets() {
  const trpc = useTRPC();
  const changing = useIsMutating({ mutationKey: trpc.problems.pathKey() }) > 0;
  return useQuery(
    trpc.problems.sets.list.queryOptions(undefined, {
      refetchInterval: ({ state }) =>
        changing || (state.data?.some((set) => set.status === "importing") ?? false)
          ? WHILE_IMPORTING_MS
          : false,
    }),
  );
}

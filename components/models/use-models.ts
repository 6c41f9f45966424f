"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";

const WHILE_DOWNLOADING_MS = 1_000;
const OTHERWISE_MS = 15_000;

/** All models, read again every second while one downloads. */
export function useModels() {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.models.list.queryOptions(),
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => status === "downloading") === true
        ? WHILE_DOWNLOADING_MS
        : OTHERWISE_MS,
  });
}

/** Has everything that shows models read them again. */
export function useRefreshModels(): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: trpc.models.pathKey() });
  };
}

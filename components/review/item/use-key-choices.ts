"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/components/trpc/client";
import { KEYS_PREFERENCE, readKeyChoices, type KeyChoices } from "./keys/bindings";

/** The keys that the person has set, and how to set others: they hold in every browser that they sign in with. */
export function useKeyChoices() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = trpc.review.preferences.get.queryOptions(undefined, { staleTime: 60_000 });
  const stored = useQuery(query).data?.[KEYS_PREFERENCE];
  const choices = useMemo(() => readKeyChoices(stored), [stored]);
  const save = useMutation(
    trpc.review.preferences.set.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: query.queryKey }),
    }),
  );
  const set = (next: KeyChoices): void => {
    queryClient.setQueryData(query.queryKey, (before) => ({ ...before, [KEYS_PREFERENCE]: next }));
    save.mutate({ name: KEYS_PREFERENCE, value: next });
  };
  return { choices, set, error: save.error };
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/components/trpc/client";
import type { SettingNames } from "./setting-words";

/** Names of the models and problem sets there are, for settings that name them by id. */
export function useSettingNames(): SettingNames {
  const trpc = useTRPC();
  const { data: models } = useQuery(trpc.models.list.queryOptions(undefined, { staleTime: 60_000 }));
  const { data: sets } = useQuery(trpc.problems.sets.list.queryOptions(undefined, { staleTime: 60_000 }));
  return useMemo(
    () => ({
      models: new Map((models ?? []).map(({ id, name }) => [id, name])),
      sets: new Map((sets ?? []).map(({ id, name }) => [id, name])),
    }),
    [models, sets],
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";

/** Whom items can be given to, for a choice. */
export function useAssignable(): readonly { readonly value: string; readonly label: string }[] {
  const trpc = useTRPC();
  const { me } = useMe();
  const { data = [] } = useQuery(trpc.review.campaigns.assignable.queryOptions());
  return data.map(({ id, name }) => ({ value: id, label: id === me?.id ? `${name} (you)` : name }));
}

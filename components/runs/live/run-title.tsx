"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";

/** What the run works with, in one line. */
export function RunTitle({ runId }: { readonly runId: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.runs.names.queryOptions({ runId }, { staleTime: Infinity }));
  if (data === undefined) return <span className="inline-block min-h-5" />;
  const { policy, smallModel, problemSet } = data;
  return (
    <>
      <bdi>{policy}</bdi>
      {smallModel === null ? null : (
        <>
          , with <bdi>{smallModel}</bdi> for mistakes,
        </>
      )}{" "}
      on <bdi>{problemSet}</bdi>
    </>
  );
}

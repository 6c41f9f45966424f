"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { ReasonsForm } from "./reasons-form";

/** The list of reason codes, read and then edited. */
export function ReasonsEditor() {
  const trpc = useTRPC();
  const reasons = useQuery(trpc.review.reasons.list.queryOptions());
  if (reasons.data === undefined) {
    return reasons.error === null ? (
      <SkeletonRows rows={6} rowHeight="4rem" label="Loading the reasons" />
    ) : (
      <ErrorState
        title="The reasons could not be read"
        error={reasons.error}
        retrying={reasons.isFetching}
        onRetry={() => {
          reasons.refetch().catch(() => undefined);
        }}
      />
    );
  }
  return <ReasonsForm reasons={reasons.data} />;
}

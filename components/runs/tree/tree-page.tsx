"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/components/trpc/client";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { buildTree } from "./tree";
import { TreeView } from "./tree-view";
import { unpackColumns } from "./unpack-columns";

const REFRESH_MS = 4_000;

interface TreePageProps {
  readonly runId: string;
  readonly problemId: string;
}

/** The search tree of one problem; kept fresh while the run works on it. */
export function TreePage({ runId, problemId }: TreePageProps) {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.runs.tree.queryOptions({ runId, problemId }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && ["waiting", "active"].includes(state.data.place.status)
        ? REFRESH_MS
        : false,
  });
  const packed = query.data?.packed;
  const tree = useMemo(() => (packed === undefined ? null : buildTree(unpackColumns(packed))), [packed]);
  if (query.isPending) return <SkeletonRows rows={12} label="Loading the tree" />;
  if (query.isError) {
    return (
      <ErrorState
        title="The tree could not be read"
        error={query.error}
        retrying={query.isFetching}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
      />
    );
  }
  if (tree === null) {
    return (
      <EmptyState title="No tree yet">
        {query.data.place.status === "waiting" || query.data.place.status === "active"
          ? "It grows as the run works on the problem; this page shows it as soon as there is something."
          : "The run ended without a search on this problem."}
      </EmptyState>
    );
  }
  return <TreeView tree={tree} owner={{ ...query.data.place, runId, problemId }} />;
}

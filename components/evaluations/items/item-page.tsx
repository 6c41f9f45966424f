"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { itemFilter, itemFilterParsers } from "../live/evaluation-search";
import { AnswersSection } from "./answers-section";
import { ItemFacts } from "./item-facts";
import { ItemNavigation } from "./item-navigation";

const REFRESH_MS = 4_000;

interface ItemPageProps {
  readonly evaluationId: string;
  readonly problemId: string;
}

/** One item with every answer of each pass; kept fresh while answers are still to come. */
export function ItemPage({ evaluationId, problemId }: ItemPageProps) {
  const trpc = useTRPC();
  const [search] = useQueryStates(itemFilterParsers);
  const query = useQuery({
    ...trpc.evaluations.item.queryOptions({ evaluationId, problemId, ...itemFilter(search) }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && ["waiting", "active"].includes(state.data.item.status) ? REFRESH_MS : false,
  });
  if (query.isPending) return <SkeletonRows rows={10} label="Loading the item" />;
  if (query.isError) {
    return (
      <ErrorState
        title="The item could not be read"
        error={query.error}
        retrying={query.isFetching}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const detail = query.data;
  return (
    <div className="[--scroll-top:6.5rem] lg:[--scroll-top:3.5rem]">
      <ItemNavigation detail={detail} search={search} />
      <ItemFacts detail={detail} />
      <AnswersSection detail={detail} pass="greedy" />
      <AnswersSection detail={detail} pass="sampled" />
    </div>
  );
}

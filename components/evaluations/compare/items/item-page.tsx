"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { RawToggle } from "@/components/runs/pairs/raw-toggle";
import { useTRPC } from "@/components/trpc/client";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { compareItemPath } from "../compare-paths";
import { compareItemParsers, toItemInput } from "../compare-search";
import { ItemAnswers } from "./item-answers";
import { ItemNeighbours } from "./item-neighbours";
import { ItemProblem } from "./item-problem";

/** One problem with what both answered; `[` and `]` go through the items of the list it came from. */
export function ItemPage({ problemId }: { readonly problemId: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [{ answerA, answerB, ...search }, setSearch] = useQueryStates(compareItemParsers);
  const [raw, setRaw] = useState(false);
  const query = useQuery({
    ...trpc.evaluations.compareItem.queryOptions(toItemInput(search, problemId)),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const go = (to: string | null | undefined): void => {
    if (typeof to === "string") router.push(compareItemPath(to, search));
  };
  useHotkeys("bracketright", () => {
    go(data?.next);
  });
  useHotkeys("bracketleft", () => {
    go(data?.previous);
  });
  useHotkeys("r", () => {
    setRaw(!raw);
  });
  if (data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={12} label="Loading the item" />
    ) : (
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
  return (
    <div aria-busy={query.isPlaceholderData}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <ItemNeighbours item={data} search={search} />
        <RawToggle raw={raw} onChange={setRaw} />
      </div>
      <ItemProblem item={data} raw={raw} />
      <ItemAnswers
        key={data.problem.id}
        item={data}
        raw={raw}
        chosen={{ a: answerA, b: answerB }}
        onChoose={(side, answer) => {
          setSearch(side === "a" ? { answerA: answer } : { answerB: answer }).catch(() => undefined);
        }}
      />
    </div>
  );
}

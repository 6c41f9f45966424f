"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { LinkButton } from "@/components/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { leaderboardPath } from "../paths";
import { ComparePickers } from "./compare-pickers";
import { compareParsers, FAMILY, type CompareSearch } from "./compare-search";
import { ComparedTwo } from "./compared-two";
import { FamilyView } from "./family-view";

/** Two models beside each other, or a base beside all that was trained from it; the address holds everything chosen. */
export function ComparePage() {
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(compareParsers, { history: "push" });
  const { a, b, pass } = search;
  const isPair = a !== "" && b !== "" && b !== FAMILY;
  const query = useQuery({
    ...trpc.evaluations.compare.queryOptions(isPair ? { a, b, pass } : skipToken),
    placeholderData: keepPreviousData,
  });
  const change = (next: Partial<CompareSearch>): void => {
    setSearch(next).catch(() => undefined);
  };
  const { data, error } = query;
  return (
    <>
      <ComparePickers
        a={a}
        b={b}
        models={isPair ? (data ?? null) : null}
        onChange={(next) => {
          change(next);
        }}
      />
      {b === FAMILY && a !== "" ? (
        <FamilyView
          base={a}
          pass={pass}
          onPass={(next) => {
            change({ pass: next });
          }}
        />
      ) : !isPair ? (
        <EmptyState
          title={a === "" ? "Choose two models" : "Choose what A is compared with"}
          action={<LinkButton href={leaderboardPath()}>See the leaderboard</LinkButton>}
        >
          They are tested on the same items, under the same protocol and grader, and every item can be looked
          at.
        </EmptyState>
      ) : data === undefined ? (
        error === null ? (
          <SkeletonRows rows={10} label="Comparing" />
        ) : (
          <ErrorState
            title="The two could not be compared"
            error={error}
            retrying={query.isFetching}
            onRetry={() => {
              query.refetch().catch(() => undefined);
            }}
          />
        )
      ) : (
        <ComparedTwo comparison={data} search={search} onChange={change} />
      )}
    </>
  );
}

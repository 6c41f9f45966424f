"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { LinkButton } from "@/components/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { leaderboardPath, newEvaluationPath } from "../paths";
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
        <NothingChosen hasA={a !== ""} />
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

function NothingChosen({ hasA }: { readonly hasA: boolean }) {
  const trpc = useTRPC();
  const { data: choices } = useQuery(trpc.evaluations.compareChoices.queryOptions());
  if (choices !== undefined && choices.length === 0) {
    return (
      <EmptyState
        title="No evaluation has finished yet"
        action={<LinkButton href={newEvaluationPath()}>Evaluate models</LinkButton>}
      >
        Two models that answered the same items of a benchmark can be compared.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={hasA ? "Choose what A is compared with" : "Choose two models"}
      action={<LinkButton href={leaderboardPath()}>See the leaderboard</LinkButton>}
    >
      They are tested on the same items, under the same protocol and grader, and every item can be looked at.
    </EmptyState>
  );
}

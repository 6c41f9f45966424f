"use client";

/** `components/review/history` owns the log of acts, with undo and redo of any of them. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { LinkButton } from "@/components/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { reviewPath } from "../paths";
import { ActList } from "./act-list";
import { HistoryFilter } from "./history-filter";
import { ACTS_A_PAGE, EVERYBODY, historyParsers } from "./history-params";
import { HistoryTurns } from "./history-turns";
import { UndoBar } from "./undo-bar";

/** Acts, the newest first: one's own; administrators see anybody's. */
export function HistoryPage() {
  const trpc = useTRPC();
  const { me, can, why } = useMe();
  const [{ person, item, before }, setSearch] = useQueryStates(historyParsers);
  const whose = can("admin") && person !== null ? person : (me?.id ?? null);
  const acts = useQuery(
    trpc.review.history.queryOptions(
      {
        userId: whose === EVERYBODY ? null : whose,
        number: item,
        beforeSeq: before,
        limit: ACTS_A_PAGE,
      },
      { enabled: can("annotator"), placeholderData: keepPreviousData },
    ),
  );
  if (me !== null && !can("annotator")) {
    return (
      <EmptyState title="You have no history" action={<LinkButton href={reviewPath()}>Review</LinkButton>}>
        {why("annotator")}
      </EmptyState>
    );
  }
  return (
    <>
      <UndoBar />
      <HistoryFilter
        item={item}
        person={whose}
        onChange={(next) => {
          setSearch({ before: null, ...next }).catch(() => undefined);
        }}
      />
      {acts.isPending ? <SkeletonRows rows={10} rowHeight="3rem" label="Loading the history" /> : null}
      {acts.isError ? (
        <ErrorState
          title="The history could not be read"
          error={acts.error}
          retrying={acts.isFetching}
          onRetry={() => {
            acts.refetch().catch(() => undefined);
          }}
        />
      ) : null}
      {acts.data === undefined ? null : acts.data.acts.length === 0 ? (
        <EmptyState
          title="Nothing here"
          action={<LinkButton href={reviewPath()}>Start reviewing</LinkButton>}
        >
          Each decision, edit and flag stands here as soon as it is made.
        </EmptyState>
      ) : (
        <ActList acts={acts.data.acts} />
      )}
      <HistoryTurns
        before={before}
        next={acts.data?.next ?? null}
        onTurn={(to) => {
          setSearch({ before: to }, { history: "push", scroll: true }).catch(() => undefined);
        }}
      />
    </>
  );
}

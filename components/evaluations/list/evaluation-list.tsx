"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useQueryStates } from "nuqs";
import { OnlyFor } from "@/components/accounts/only-for";
import { isUnderWay } from "@/components/runs/run-status";
import { WorkerNotice } from "@/components/runs/worker-notice";
import { useTRPC } from "@/components/trpc/client";
import { LinkButton } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { EVALUATIONS_A_PAGE } from "@/server/evaluations/work/work.schema";
import { newEvaluationPath } from "../paths";
import { EvaluationFilters } from "./evaluation-filters";
import { EvaluationTable } from "./evaluation-table";
import {
  evaluationListInput,
  evaluationListParsers,
  isFiltered,
  type EvaluationListSearch,
} from "./list-search";

const BUSY_MS = 2_000;
const QUIET_MS = 10_000;
const WORKER_MS = 5_000;

/** Evaluations with filters, order and pages in the URL, kept fresh while one of them is under way. */
export function EvaluationList() {
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(evaluationListParsers);
  const query = useQuery(
    trpc.evaluations.list.queryOptions(evaluationListInput(search), {
      refetchInterval: ({ state }) =>
        state.data?.items.some(({ status }) => isUnderWay(status)) ? BUSY_MS : QUIET_MS,
    }),
  );
  const waiting = query.data?.items.some(({ status }) => isUnderWay(status)) ?? false;
  const worker = useQuery(
    trpc.runs.worker.queryOptions(undefined, {
      enabled: waiting,
      refetchInterval: waiting ? WORKER_MS : false,
    }),
  );
  const change = (next: Partial<EvaluationListSearch>): void => {
    setSearch({ page: 1, ...next }).catch(() => undefined);
  };
  if (query.data?.total === 0 && !isFiltered(search)) return <NoEvaluations />;
  return (
    <>
      {waiting && worker.data?.alive === false ? <WorkerNotice /> : null}
      <EvaluationFilters search={search} onChange={change} />
      {query.data === undefined ? (
        query.error === null ? (
          <SkeletonRows rows={6} rowHeight="5.5rem" />
        ) : (
          <ErrorState
            title="The evaluations could not be read"
            error={query.error}
            onRetry={() => {
              query.refetch().catch(() => undefined);
            }}
            retrying={query.isFetching}
          />
        )
      ) : query.data.items.length === 0 ? (
        <EmptyState title="No evaluation fits">Choose another filter, or show all evaluations.</EmptyState>
      ) : (
        <>
          <EvaluationTable evaluations={query.data.items} />
          <Pagination
            page={Math.max(1, search.page)}
            pageSize={EVALUATIONS_A_PAGE}
            total={query.data.total}
            noun="evaluation"
            onPageChange={(page) => {
              setSearch({ page }, { history: "push", scroll: true }).catch(() => undefined);
            }}
          />
        </>
      )}
    </>
  );
}

function NoEvaluations() {
  return (
    <EmptyState
      title="No evaluations yet"
      action={
        <OnlyFor least="runner" explained>
          <LinkButton
            variant="primary"
            href={newEvaluationPath({ preset: "quick" })}
            icon={<Plus size={15} aria-hidden />}
          >
            Evaluate a model
          </LinkButton>
        </OnlyFor>
      }
    >
      An evaluation asks a model the problems of a benchmark and says how many it solves, with an interval.
    </EmptyState>
  );
}

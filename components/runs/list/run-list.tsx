"use client";

import { useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { newRunPath } from "../run-paths";
import { isUnderWay } from "../run-status";
import { WorkerNotice } from "../worker-notice";
import { RunTable } from "./run-table";
import { runListInput } from "./run-list-input";

const BUSY_MS = 2_000;

/** The runs, newest first, kept fresh while one is under way. The page is in the URL by where it begins. */
export function RunList() {
  const trpc = useTRPC();
  const [before, setBefore] = useQueryState("before", parseAsString.withOptions({ history: "push" }));
  const query = useQuery(
    trpc.runs.list.queryOptions(runListInput(before), {
      refetchInterval: ({ state }) =>
        state.data?.items.some(({ status }) => isUnderWay(status)) ? BUSY_MS : false,
    }),
  );
  const waiting = query.data?.items.some(({ status }) => isUnderWay(status)) ?? false;
  const worker = useQuery(
    trpc.runs.worker.queryOptions(undefined, { enabled: waiting, refetchInterval: waiting ? 5_000 : false }),
  );
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={8} rowHeight="3.5rem" />
    ) : (
      <ErrorState
        title="The runs could not be read"
        error={query.error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
        retrying={query.isFetching}
      />
    );
  }
  const { items: shown, next: older } = query.data;
  const turnTo = (page: string | null): void => {
    setBefore(page).catch(() => undefined);
  };
  if (shown.length === 0 && before === null) {
    return (
      <EmptyState
        title="No runs yet"
        action={
          <LinkButton
            variant="primary"
            href={newRunPath({ preset: "quick" })}
            icon={<Play size={15} aria-hidden />}
          >
            Start the first run
          </LinkButton>
        }
      >
        A run takes problems through the three stages and keeps the preference pairs they give.
      </EmptyState>
    );
  }
  return (
    <>
      {worker.data?.alive === false && waiting ? <WorkerNotice /> : null}
      {shown.length === 0 ? <EmptyState title="No older runs" /> : <RunTable runs={shown} />}
      <nav aria-label="Pages of runs" className="mt-3 flex min-h-8 gap-2">
        {before === null ? null : (
          <Button
            size="sm"
            onClick={() => {
              turnTo(null);
            }}
          >
            Newest runs
          </Button>
        )}
        {older === null ? null : (
          <Button
            size="sm"
            onClick={() => {
              turnTo(older);
            }}
          >
            Older runs
          </Button>
        )}
      </nav>
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Section } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { WorkerNotice } from "../worker-notice";
import { FirstRun } from "./first-run";
import { RunningNow } from "./running-now";
import { StationList } from "./station-list";

const BUSY_MS = 2_000;
const QUIET_MS = 15_000;

/** The loop with its counts, the next step, and what runs now. */
export function Home() {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.runs.overview.queryOptions(undefined, {
      refetchInterval: ({ state }) => ((state.data?.activeRuns.length ?? 0) > 0 ? BUSY_MS : QUIET_MS),
    }),
  );
  const overview = query.data;
  if (overview === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={4} rowHeight="6rem" />
    ) : (
      <ErrorState
        title="The overview could not be read"
        error={query.error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
        retrying={query.isFetching}
      />
    );
  }
  const waiting = overview.activeRuns.length > 0;
  return (
    <>
      {!overview.workerAlive && waiting ? <WorkerNotice /> : null}
      <FirstRun overview={overview} />
      <StationList overview={overview} />
      <Section title={waiting ? "What runs now" : "Latest run"}>
        <RunningNow overview={overview} />
      </Section>
    </>
  );
}

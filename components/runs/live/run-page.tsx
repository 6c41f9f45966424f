"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/components/trpc/client";
import { PageHeader } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import type { RunEvent } from "@/server/runs/events.repo";
import type { RunView } from "@/server/runs/run-view";
import { ReportSection } from "./report-section";
import { RunActions } from "./run-actions";
import { RunFigures } from "./run-figures";
import { RunState } from "./run-state";
import { RunTabs } from "./run-tabs";
import { RunTitle } from "./run-title";
import { StageFlowSection } from "./stage-flow-section";
import { useRunWatch } from "./use-run-watch";

interface RunPageProps {
  readonly runId: string;
  /** The newest events as the page was sent, newest first. */
  readonly firstEvents: readonly RunEvent[];
}

/** A run, live. */
export function RunPage({ runId, firstEvents }: RunPageProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.runs.get.queryOptions({ runId }));
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={8} />
    ) : (
      <ErrorState
        title="The run could not be read"
        error={query.error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
        retrying={query.isFetching}
      />
    );
  }
  return <LiveRun run={query.data} firstEvents={firstEvents} />;
}

interface LiveRunProps {
  readonly run: RunView;
  readonly firstEvents: readonly RunEvent[];
}

function LiveRun({ run, firstEvents }: LiveRunProps) {
  const watch = useRunWatch(run, firstEvents);
  return (
    <>
      <PageHeader
        above={
          <Link href="/runs" className="link">
            Runs
          </Link>
        }
        title={<bdi>{run.name}</bdi>}
        lede={<RunTitle run={run} />}
        actions={<RunActions run={run} live={watch.connection === "live"} />}
      />
      <RunState run={run} connection={watch.connection} onReconnect={watch.reconnect} />
      <RunFigures run={run} />
      <StageFlowSection run={run} />
      <ReportSection run={run} />
      <RunTabs run={run} watch={watch} />
    </>
  );
}

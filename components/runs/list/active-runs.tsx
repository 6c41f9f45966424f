"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Section } from "@/components/ui/page";
import { ErrorState } from "@/components/ui/states";
import type { RunListItem } from "@/server/runs/list-runs.service";
import { RunItem } from "../home/run-item";
import { WorkerNotice } from "../worker-notice";
import { QueueList } from "./queue-list";
import { activeRunsInput } from "./run-list-search";

const BUSY_MS = 2_000;
const QUIET_MS = 10_000;
const WORKER_MS = 5_000;

/** Runs at work with their live rate, then the queue in its order. Nothing where nothing moves. */
export function ActiveRuns() {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.runs.list.queryOptions(activeRunsInput, {
      refetchInterval: ({ state }) => ((state.data?.items.length ?? 0) > 0 ? BUSY_MS : QUIET_MS),
    }),
  );
  const runs = query.data?.items ?? [];
  const waiting = runs.length > 0;
  const worker = useQuery(
    trpc.runs.worker.queryOptions(undefined, {
      enabled: waiting,
      refetchInterval: waiting ? WORKER_MS : false,
    }),
  );
  if (query.error !== null && query.data === undefined) {
    return (
      <ErrorState
        title="The queue could not be read"
        error={query.error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
        retrying={query.isFetching}
      />
    );
  }
  if (!waiting) return null;
  const atWork = runs.filter(({ status }) => status !== "queued");
  const queued = runs.filter(({ status }) => status === "queued").toSorted(byPosition);
  return (
    <div className="mb-10">
      {worker.data?.alive === false ? <WorkerNotice /> : null}
      {atWork.length === 0 ? null : (
        <Section title="At work">
          <ul aria-label="At work" className="border-t border-rule">
            {atWork.map((run) => (
              <RunItem key={run.id} run={run} />
            ))}
          </ul>
        </Section>
      )}
      {queued.length === 0 ? null : (
        <Section title="Queue" lede="The first gets its turn as soon as a worker has room.">
          <QueueList runs={queued} />
        </Section>
      )}
    </div>
  );
}

function byPosition(a: RunListItem, b: RunListItem): number {
  return (a.queuePosition ?? Infinity) - (b.queuePosition ?? Infinity);
}

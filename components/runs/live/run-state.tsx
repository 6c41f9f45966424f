"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import type { RunView } from "@/server/runs/run-view";
import { RunProgressBar } from "../run-progress";
import { isUnderWay } from "../run-status";
import { RunStatusMark } from "../run-status-mark";
import { WorkerNotice } from "../worker-notice";
import { stoppingWords } from "./cancel-words";
import { ConnectionMark } from "./connection-mark";
import { RetryNote } from "./retry-note";
import type { Connection } from "./connection";

interface RunStateProps {
  readonly run: RunView;
  readonly connection: Connection;
  readonly onReconnect: () => void;
}

const WORKER_MS = 5_000;

/** How the run stands and why, whether what is shown is live, and how far it is. */
export function RunState({ run, connection, onReconnect }: RunStateProps) {
  const trpc = useTRPC();
  const waiting = isUnderWay(run.status) || run.retryAt !== null;
  const worker = useQuery(
    trpc.runs.worker.queryOptions(undefined, {
      enabled: waiting,
      refetchInterval: waiting ? WORKER_MS : false,
    }),
  );
  return (
    <div className="mb-6">
      {waiting && worker.data?.alive === false ? <WorkerNotice /> : null}
      <div className="mb-2 flex min-h-6 flex-wrap items-center gap-x-5 gap-y-1">
        <span aria-live="polite" className="font-medium">
          <RunStatusMark status={run.status} />
        </span>
        <ConnectionMark connection={connection} onReconnect={onReconnect} />
      </div>
      {run.statusReason === null ? null : (
        <p className="mb-2 max-w-prose wrap-anywhere">
          {run.statusReason} {run.retryAt === null ? null : <RetryNote at={run.retryAt} />}
        </p>
      )}
      <Stopping run={run} />
      <RunProgressBar run={run} label="Problems" />
    </div>
  );
}

function Stopping({ run }: { readonly run: RunView }) {
  const words = stoppingWords(run);
  return words === null ? null : <p className="mb-2 max-w-prose text-ink-soft">{words}</p>;
}

"use client";

import { useQuery } from "@tanstack/react-query";
import type { Connection } from "@/components/runs/live/connection";
import { ConnectionMark } from "@/components/runs/live/connection-mark";
import { RetryNote } from "@/components/runs/live/retry-note";
import { isUnderWay } from "@/components/runs/run-status";
import { RunStatusMark } from "@/components/runs/run-status-mark";
import { WorkerNotice } from "@/components/runs/worker-notice";
import { useTRPC } from "@/components/trpc/client";
import { formatCount, formatDuration, formatInteger } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { EvaluationProgress } from "../evaluation-progress";

interface EvaluationStateProps {
  readonly evaluation: EvaluationView;
  readonly connection: Connection;
  readonly onReconnect: () => void;
}

const WORKER_MS = 5_000;

/** How it stands and why, whether what is shown is live, how far it is and what it cost. */
export function EvaluationState({ evaluation, connection, onReconnect }: EvaluationStateProps) {
  const trpc = useTRPC();
  const { status, statusReason, retryAt } = evaluation;
  const waiting = isUnderWay(status) || retryAt !== null || evaluation.rescoreTo !== null;
  const worker = useQuery(
    trpc.runs.worker.queryOptions(undefined, {
      enabled: waiting,
      refetchInterval: waiting ? WORKER_MS : false,
    }),
  );
  return (
    <div className="mb-8">
      {waiting && worker.data?.alive === false ? <WorkerNotice /> : null}
      <div className="mb-2 flex min-h-6 flex-wrap items-center gap-x-5 gap-y-1">
        <span aria-live="polite" className="font-medium">
          <RunStatusMark status={status} />
        </span>
        <ConnectionMark connection={connection} onReconnect={onReconnect} />
        <span className="text-sm text-ink-soft">
          <When evaluation={evaluation} />
        </span>
      </div>
      {statusReason === null ? null : (
        <p className="mb-2 max-w-prose wrap-anywhere">
          {statusReason} {retryAt === null ? null : <RetryNote at={retryAt} />}
        </p>
      )}
      <EvaluationProgress evaluation={evaluation} label="Items" />
      <p className="flex min-h-5 flex-wrap gap-x-4 text-sm text-ink-soft">
        <span>{formatInteger(evaluation.generatedTokens)} tokens generated</span>
        <span>{formatInteger(evaluation.promptTokens)} read</span>
        <span>
          {formatCount(evaluation.callCount, "call")}
          {evaluation.failedCallCount === 0 ? "" : `, ${formatInteger(evaluation.failedCallCount)} failed`}
        </span>
        {evaluation.live === null ? null : (
          <span>{formatInteger(evaluation.live.samplesInFlight)} answers in flight</span>
        )}
        <span>{formatDuration(evaluation.activeMs)} at work</span>
      </p>
    </div>
  );
}

function When({ evaluation: { startedAt, endedAt, createdAt } }: Pick<EvaluationStateProps, "evaluation">) {
  const [word, at] =
    endedAt !== null
      ? ["ended", endedAt]
      : startedAt !== null
        ? ["started", startedAt]
        : ["asked for", createdAt];
  return (
    <>
      {word} <RelativeTime at={at} />
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { LineChart, type TimePoint } from "@/components/charts";
import { useTRPC } from "@/components/trpc/client";
import { formatDuration, formatInteger, formatRate } from "@/components/ui/format";
import { KeyValueList } from "@/components/ui/page";
import { RelativeTime } from "@/components/ui/relative-time";
import { ErrorState } from "@/components/ui/states";
import type { RunView } from "@/server/runs/run-view";
import type { ThroughputPoint } from "@/server/runs/throughput";
import { meanRate } from "../mean-rate";
import { pairsPath } from "../pairs/paths";

const CHART_MS = 5_000;

/** The run in numbers, and its tokens a second over the last minutes. */
export function RunFigures({ run }: { readonly run: RunView }) {
  const trpc = useTRPC();
  const throughput = useQuery(
    trpc.runs.throughput.queryOptions(
      { runId: run.id },
      { refetchInterval: run.status === "running" ? CHART_MS : false },
    ),
  );
  return (
    <div className="grid gap-x-10 gap-y-6 border-y border-rule py-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,4fr)]">
      <KeyValueList layout="grid" items={figures(run).map(([key, value]) => ({ key, value }))} />
      {throughput.error === null || throughput.data !== undefined ? (
        <LineChart
          label={run.endedAt === null ? "Generated, last 5 minutes" : "Generated, last 5 minutes of the run"}
          unit="tokens/s"
          points={chartPoints(run, throughput.data ?? [])}
        />
      ) : (
        <ErrorState
          title="The rate could not be read"
          error={throughput.error}
          onRetry={() => {
            throughput.refetch().catch(() => undefined);
          }}
          retrying={throughput.isFetching}
        />
      )}
    </div>
  );
}

function figures(run: RunView): readonly (readonly [string, ReactNode])[] {
  const { tokenBudget, timeBudgetMinutes } = run.launch;
  return [
    [
      "Pairs",
      <Figure key="pairs">
        {run.pairCount === 0 ? (
          "0"
        ) : (
          <Link href={pairsPath(run.id)} className="link">
            {formatInteger(run.pairCount)}
          </Link>
        )}
      </Figure>,
    ],
    [
      "Generated tokens",
      <Figure key="tokens" note={tokenBudget === null ? "no limit" : `of ${formatInteger(tokenBudget)}`}>
        {formatInteger(run.generatedTokens)}
      </Figure>,
    ],
    [
      "Model calls",
      <Figure key="calls" note={`${formatInteger(run.failedCallCount)} failed`}>
        {formatInteger(run.callCount)}
      </Figure>,
    ],
    [
      "Rate",
      <Figure key="rate" note={inFlight(run) ?? "mean over the time at work"}>
        {formatRate(run.live?.tokensPerSecond ?? meanRate(run))}
      </Figure>,
    ],
    [
      "At work",
      <Figure key="time" note={<Since run={run} />}>
        {formatDuration(run.activeMs)}
        {timeBudgetMinutes === null ? null : (
          <span className="text-sm text-ink-soft"> of {formatDuration(timeBudgetMinutes * 60_000)}</span>
        )}
      </Figure>,
    ],
    ["Prompt tokens", <Figure key="prompt">{formatInteger(run.promptTokens)}</Figure>],
  ];
}

/** Samples that the engines hold at this moment, and calls that wait: short, so that the line never wraps. */
function inFlight({ live }: RunView): string | null {
  if (live === null) return null;
  const waiting = live.callsWaiting === 0 ? "" : `, ${formatInteger(live.callsWaiting)} waiting`;
  return `${formatInteger(live.samplesInFlight)} in flight${waiting}`;
}

/** The steps from the one in which the run started: before, there was nothing to measure. */
function chartPoints(run: RunView, points: readonly ThroughputPoint[]): TimePoint[] {
  const { startedAt } = run;
  if (startedAt === null) return [];
  const step = (points[1]?.at ?? 0) - (points[0]?.at ?? 0);
  return points
    .filter(({ at }) => at + step > startedAt)
    .map(({ at, tokensPerSecond }) => ({ at, value: tokensPerSecond }));
}

function Since({ run }: { readonly run: RunView }) {
  if (run.endedAt !== null) {
    return (
      <>
        ended <RelativeTime at={run.endedAt} />
      </>
    );
  }
  if (run.startedAt === null) return "not started yet";
  return (
    <>
      started <RelativeTime at={run.startedAt} />
    </>
  );
}

function Figure({ children, note }: { readonly children: ReactNode; readonly note?: ReactNode }) {
  return (
    <>
      <span className="block text-lg">{children}</span>
      <span className="block min-h-5 text-sm text-ink-soft">{note}</span>
    </>
  );
}

"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { ArrowLeft, Square } from "lucide-react";
import Link from "next/link";
import { useCallback } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { formatCount, formatDuration } from "@/components/ui/format";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { toast } from "@/components/ui/toaster";
import type { RunView } from "@/server/runs/run-view";
import { problemPath } from "../pairs/paths";
import { ProblemPage } from "../problem/problem-page";
import { isUnderWay } from "../run-status";
import { RunStatusMark } from "../run-status-mark";

const BUSY_MS = 1_000;

interface TryViewProps {
  readonly runId: string;
  readonly onBack: () => void;
}

/** What the settings do to one problem: how far it is, then its tree, chains and pairs. The form waits behind it. */
export function TryView({ runId, onBack }: TryViewProps) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.runs.get.queryOptions(
      { runId },
      { refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.status) ? BUSY_MS : false) },
    ),
  );
  const focusFirst = useCallback((heading: HTMLElement | null) => {
    heading?.focus();
  }, []);
  return (
    <section aria-label="One problem, tried">
      <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-rule py-3">
        <h2 ref={focusFirst} tabIndex={-1} className="font-serif text-lg font-semibold outline-none">
          One problem, tried
        </h2>
        {query.data === undefined ? null : <TryState run={query.data} />}
        <span className="ml-auto flex flex-wrap gap-2">
          {query.data !== undefined && isUnderWay(query.data.status) ? <StopButton runId={runId} /> : null}
          <Button variant="primary" icon={<ArrowLeft size={14} aria-hidden />} onClick={onBack}>
            Back to the form
          </Button>
        </span>
      </div>
      {query.error === null || query.data !== undefined ? (
        <TriedProblem runId={runId} />
      ) : (
        <ErrorState
          title="The dry run could not be read"
          error={query.error}
          onRetry={() => {
            query.refetch().catch(() => undefined);
          }}
          retrying={query.isFetching}
        />
      )}
    </section>
  );
}

function TryState({ run }: { readonly run: RunView }) {
  return (
    <p className="flex flex-wrap gap-x-4 text-ink-soft">
      <span aria-live="polite">
        <RunStatusMark status={run.status} />
      </span>
      <span>{formatCount(run.generatedTokens, "token")}</span>
      <span>{formatDuration(run.activeMs)} at work</span>
      {run.statusReason === null ? null : <span className="wrap-anywhere">{run.statusReason}</span>}
    </p>
  );
}

function StopButton({ runId }: { readonly runId: string }) {
  const trpc = useTRPC();
  const stop = useMutation(
    trpc.runs.cancel.mutationOptions({
      onError: (error) => {
        toast.error(error.message);
      },
    }),
  );
  return (
    <Button
      icon={<Square size={13} aria-hidden />}
      pending={stop.isPending}
      onClick={() => {
        stop.mutate({ runId });
      }}
    >
      Stop
    </Button>
  );
}

/** The only problem of the dry run. */
function TriedProblem({ runId }: { readonly runId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.runs.problems.queryOptions({ runId, limit: 1 }));
  const problem = query.data?.items[0];
  if (problem === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={10} label="Reading the problem" />
    ) : (
      <ErrorState
        title="The problem could not be read"
        error={query.error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
        retrying={query.isFetching}
      />
    );
  }
  return (
    <>
      <p className="mb-4 text-sm">
        <Link href={problemPath(runId, problem.problemId)} className="link">
          Open as a page of its own
        </Link>
      </p>
      <ProblemPage runId={runId} problemId={problem.problemId} />
    </>
  );
}

"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import Link from "next/link";
import { formatCount } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { RelativeTime } from "@/components/ui/relative-time";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import type { ErrorGroup } from "@/server/runs/errors.service";
import type { RunView } from "@/server/runs/run-view";
import { callPath, problemPath } from "../pairs/paths";
import { failedProblemsPath } from "../run-paths";
import { RetryButton } from "./retry-button";

interface ErrorGroupsProps {
  readonly run: RunView;
  readonly query: UseQueryResult<ErrorGroup[], { readonly message: string }>;
}

/** Failed problems and failed calls by cause, each with the newest of its items to look into. */
export function ErrorGroups({ run, query }: ErrorGroupsProps) {
  const { data, error } = query;
  if (data === undefined) {
    return error === null ? (
      <SkeletonRows rows={3} />
    ) : (
      <ErrorState
        title="The errors could not be read"
        error={error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
        retrying={query.isFetching}
      />
    );
  }
  return (
    <>
      {run.problemsFailed === 0 ? null : (
        <p className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <span>
            <Link href={failedProblemsPath(run.id)} className="link">
              {formatCount(run.problemsFailed, "problem")} failed
            </Link>
            ; the others go on.
          </span>
          <RetryButton run={run} size="sm" />
        </p>
      )}
      {data.length === 0 ? (
        <EmptyState title="No failed calls">
          A call that fails is kept here with its reason; the run goes on without it.
        </EmptyState>
      ) : (
        <ul aria-label="Errors by cause" className="border-t border-rule">
          {data.map((group) => (
            <Group key={`${group.of}/${group.kind}/${group.pattern}`} runId={run.id} group={group} />
          ))}
        </ul>
      )}
    </>
  );
}

function Group({ runId, group }: { readonly runId: string; readonly group: ErrorGroup }) {
  return (
    <li className="border-b border-rule py-3">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-medium">
          {formatCount(group.count, group.of === "calls" ? "failed call" : "failed problem")}
        </span>
        {group.of === "calls" ? (
          <span className="text-ink-soft">{group.kind.replaceAll("-", " ")}</span>
        ) : null}
        {group.lastAt === null ? null : (
          <span className="text-sm text-ink-faint">
            last <RelativeTime at={group.lastAt} />
          </span>
        )}
      </p>
      <p className="mt-0.5 line-clamp-4 wrap-anywhere">
        <SafeText text={group.examples[0]?.message ?? group.pattern} />
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm">
        {group.examples.map((example) => (
          <span key={example.callId ?? example.problemId}>
            {example.callId === null ? null : (
              <>
                <Link href={callPath(example.callId)} className="link">
                  call
                </Link>
                {" of "}
              </>
            )}
            <Link href={problemPath(runId, example.problemId)} className="link">
              problem <SafeText text={example.externalId} />
            </Link>
          </span>
        ))}
        {group.count > group.examples.length ? (
          <span className="text-ink-soft">
            and {formatCount(group.count - group.examples.length, "more", "more")}
          </span>
        ) : null}
      </p>
    </li>
  );
}

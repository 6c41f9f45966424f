"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/components/trpc/client";
import { formatCount } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { RelativeTime } from "@/components/ui/relative-time";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import type { FailureGroup } from "@/server/evaluations/reading/failures.service";
import { evaluationCallPath, evaluationItemPath, evaluationPath } from "../paths";
import { RetryFailedButton } from "./retry-failed-button";

/** Failed calls by cause, each with the newest of its items to look into. */
export function FailuresTab({ evaluation }: { readonly evaluation: EvaluationView }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.evaluations.failures.queryOptions({ evaluationId: evaluation.id }));
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={3} />
    ) : (
      <ErrorState
        title="The errors could not be read"
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
      {evaluation.itemsFailed === 0 ? null : (
        <p className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <span>
            <Link href={evaluationPath(evaluation.id, { outcome: "failed" })} className="link">
              {formatCount(evaluation.itemsFailed, "item")} failed
            </Link>
            ; what is missing of them counts as wrong.
          </span>
          <RetryFailedButton evaluation={evaluation} size="sm" />
        </p>
      )}
      {query.data.length === 0 ? (
        <EmptyState title="No failed calls">
          A call that fails is kept here with its reason; the others go on.
        </EmptyState>
      ) : (
        <ul aria-label="Errors by cause" className="border-t border-rule">
          {query.data.map((group) => (
            <Group key={`${group.kind}/${group.pattern}`} evaluationId={evaluation.id} group={group} />
          ))}
        </ul>
      )}
    </>
  );
}

interface GroupProps {
  readonly evaluationId: string;
  readonly group: FailureGroup;
}

function Group({ evaluationId, group }: GroupProps) {
  const rest = group.count - group.examples.length;
  return (
    <li className="border-b border-rule py-3">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-medium">{formatCount(group.count, "failed call")}</span>
        <span className="text-ink-soft">{group.kind.replaceAll("-", " ")}</span>
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
        {group.examples.map(({ callId, problemId, externalId }) => (
          <span key={callId}>
            <Link href={evaluationCallPath(evaluationId, callId)} className="link">
              call
            </Link>
            {" of "}
            <Link href={evaluationItemPath(evaluationId, problemId)} className="link">
              item <SafeText text={externalId} />
            </Link>
          </span>
        ))}
        {rest > 0 ? <span className="text-ink-soft">and {formatCount(rest, "more", "more")}</span> : null}
      </p>
    </li>
  );
}

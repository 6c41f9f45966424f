"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import Link from "next/link";
import { formatCount, formatInteger } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { SafeText } from "@/components/ui/raw-text";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { readErrorGroups } from "@/server/runs/progress.repo";
import type { RunView } from "@/server/runs/run-view";
import { failedProblemsPath } from "../run-paths";
import { callPath, problemPath } from "../pairs/paths";

type Groups = ReturnType<typeof readErrorGroups>;

interface ErrorGroupsProps {
  readonly run: RunView;
  readonly query: UseQueryResult<Groups, { readonly message: string }>;
}

/** Failed calls by kind, each leading to the newest of its kind; failed problems lead to the table. */
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
        <p className="mb-4">
          <Link href={failedProblemsPath(run.id)} className="link">
            {formatCount(run.problemsFailed, "problem")} failed
          </Link>
          ; the others go on.
        </p>
      )}
      {data.length === 0 ? (
        <EmptyState title="No failed calls">
          A call that fails is kept here with its reason; the run goes on without it.
        </EmptyState>
      ) : (
        <ErrorTable runId={run.id} groups={data} />
      )}
    </>
  );
}

function ErrorTable({ runId, groups }: { readonly runId: string; readonly groups: Groups }) {
  return (
    <Table label="Failed calls by kind" minWidth="40rem">
      <THead>
        <Th width="11rem">Kind</Th>
        <Th align="right" width="4rem">
          Calls
        </Th>
        <Th>Latest message</Th>
        <Th width="8rem">Latest</Th>
        <Th width="9rem">Look into</Th>
      </THead>
      <TBody>
        {groups.map((group) => (
          <Tr key={group.kind}>
            <Td>{group.kind.replaceAll("-", " ")}</Td>
            <Td align="right">{formatInteger(group.count)}</Td>
            <Td>
              <span className="line-clamp-3 wrap-anywhere">
                <SafeText text={group.message ?? ""} />
              </span>
            </Td>
            <Td>
              <RelativeTime at={group.lastAt} />
            </Td>
            <Td>
              <Link href={callPath(group.callId)} className="link">
                call
              </Link>
              {" · "}
              <Link href={problemPath(runId, group.problemId)} className="link">
                problem
              </Link>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

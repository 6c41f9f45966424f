"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { AuditFilter } from "./audit-filter";
import { auditParams } from "./audit-params";
import { AuditTable } from "./audit-table";

const PAGE = 50;

/** The log, newest first, by person and by action; earlier lines on demand. */
export function AuditPage() {
  const trpc = useTRPC();
  const [{ person, action }, setParams] = useQueryStates(auditParams);
  const facets = useQuery(trpc.accounts.auditFacets.queryOptions());
  const log = useInfiniteQuery(
    trpc.accounts.audit.infiniteQueryOptions(
      { actorId: person, action, limit: PAGE },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <>
      <AuditFilter
        people={facets.data?.people ?? []}
        actions={facets.data?.actions ?? []}
        chosen={{ person, action }}
        onChoose={(chosen) => {
          setParams(chosen).catch(() => undefined);
        }}
      />
      <AuditLines
        log={log}
        onShowAll={() => {
          setParams(null).catch(() => undefined);
        }}
        filtered={person !== null || action !== null}
      />
    </>
  );
}

interface AuditLinesProps {
  readonly log: {
    readonly data:
      | { readonly pages: readonly { readonly lines: Parameters<typeof AuditTable>[0]["lines"] }[] }
      | undefined;
    readonly error: Parameters<typeof ErrorState>[0]["error"] | null;
    readonly isFetching: boolean;
    readonly isFetchingNextPage: boolean;
    readonly hasNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
    readonly refetch: () => Promise<unknown>;
  };
  readonly filtered: boolean;
  readonly onShowAll: () => void;
}

function AuditLines({ log, filtered, onShowAll }: AuditLinesProps) {
  if (log.data === undefined) {
    return log.error === null ? (
      <SkeletonRows rows={10} label="Loading the audit log" />
    ) : (
      <ErrorState
        title="The audit log could not be read"
        error={log.error}
        retrying={log.isFetching}
        onRetry={() => {
          log.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const lines = log.data.pages.flatMap((page) => page.lines);
  if (lines.length === 0) {
    return (
      <EmptyState
        title={filtered ? "No line fits" : "Nothing has been changed yet"}
        action={filtered ? <Button onClick={onShowAll}>Show all lines</Button> : undefined}
      />
    );
  }
  return (
    <>
      <AuditTable lines={lines} />
      <div className="mt-3 flex min-h-8 items-center gap-3">
        {log.hasNextPage ? (
          <Button
            pending={log.isFetchingNextPage}
            onClick={() => {
              log.fetchNextPage().catch(() => undefined);
            }}
          >
            Show earlier lines
          </Button>
        ) : (
          <p className="text-sm text-ink-soft">That is all.</p>
        )}
        {log.error === null ? null : (
          <ErrorState title="Earlier lines could not be read" error={log.error} compact />
        )}
      </div>
    </>
  );
}

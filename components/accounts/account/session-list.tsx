"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { Badge } from "@/components/ui/status-mark";
import { toast } from "@/components/ui/toaster";

/** Every browser in which I am signed in. */
export function SessionList() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const sessions = useQuery(trpc.accounts.sessions.queryOptions());
  const revoke = useMutation(
    trpc.accounts.revokeSession.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: trpc.accounts.sessions.queryKey() }),
      onSuccess: () => {
        toast.success("That browser is signed out.");
      },
    }),
  );
  if (sessions.data === undefined) {
    return sessions.error === null ? (
      <SkeletonRows rows={2} label="Loading your sessions" />
    ) : (
      <ErrorState
        title="Your sessions could not be read"
        error={sessions.error}
        retrying={sessions.isFetching}
        onRetry={() => {
          sessions.refetch().catch(() => undefined);
        }}
      />
    );
  }
  if (sessions.data.length === 0) return <EmptyState title="You are signed in nowhere" />;
  return (
    <>
      <ul className="border-t border-rule">
        {sessions.data.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-2"
          >
            <span className="min-w-0 flex-1 basis-48">
              {session.browser} {session.current ? <Badge>this browser</Badge> : null}
              <span className="block text-sm text-ink-soft">
                {session.address === null ? "" : `${session.address}, `}
                signed in <RelativeTime at={session.since} />
              </span>
            </span>
            {session.current ? null : (
              <Button
                size="sm"
                aria-label={`Sign out ${session.browser}, ${session.address ?? "no address"}`}
                pending={revoke.isPending && revoke.variables.sessionId === session.id}
                onClick={() => {
                  revoke.mutate({ sessionId: session.id });
                }}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {revoke.error === null ? null : (
        <ErrorState title="That browser was not signed out" error={revoke.error} compact />
      )}
    </>
  );
}

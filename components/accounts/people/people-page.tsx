"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button, LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { useMe } from "../use-me";
import { InvitationList } from "./invitation-list";
import { InviteDialog } from "./invite-dialog";
import { PeopleTable } from "./people-table";

/** Everybody, and the invitations that are on their way. */
export function PeoplePage() {
  const trpc = useTRPC();
  const { me } = useMe();
  const people = useQuery(trpc.accounts.people.queryOptions());
  const invitations = useQuery(trpc.accounts.invitations.queryOptions());
  const [inviting, setInviting] = useState(false);
  const signsIn = me?.signsIn === true;
  return (
    <>
      <Section title="Who is here">
        {people.data === undefined ? (
          <Reading of="The people" query={people} />
        ) : (
          <PeopleTable people={people.data} me={me?.id ?? null} />
        )}
      </Section>
      <Section
        title="Invitations"
        lede="Each is a link for one person. It is shown once, when it is made."
        actions={
          signsIn ? (
            <Button
              variant="primary"
              onClick={() => {
                setInviting(true);
              }}
            >
              Invite somebody
            </Button>
          ) : undefined
        }
      >
        {signsIn ? null : (
          <EmptyState
            title="First, a password of your own"
            action={<LinkButton href="/settings/account">Choose a password</LinkButton>}
          >
            You are alone on this machine and need none. Once there are two of you, the app has to tell you
            apart: from then on everybody signs in.
          </EmptyState>
        )}
        {!signsIn ? null : invitations.data === undefined ? (
          <Reading of="The invitations" query={invitations} />
        ) : (
          <InvitationList invitations={invitations.data} />
        )}
      </Section>
      {inviting ? (
        <InviteDialog
          onClose={() => {
            setInviting(false);
          }}
        />
      ) : null}
    </>
  );
}

interface ReadingProps {
  readonly of: string;
  readonly query: {
    readonly error: Parameters<typeof ErrorState>[0]["error"] | null;
    readonly isFetching: boolean;
    readonly refetch: () => Promise<unknown>;
  };
}

function Reading({ of, query }: ReadingProps) {
  if (query.error === null) return <SkeletonRows rows={3} label="Loading" />;
  return (
    <ErrorState
      title={`${of} could not be read`}
      error={query.error}
      retrying={query.isFetching}
      onRetry={() => {
        query.refetch().catch(() => undefined);
      }}
    />
  );
}

"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { formatDateTime } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { EmptyState } from "@/components/ui/states";
import { StatusMark, type Tone } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { toast } from "@/components/ui/toaster";
import { ROLE_NAMES } from "../role-words";
import type { Invitation } from "../types";
import { useRefreshAccounts } from "./use-refresh-accounts";

const TONES: Readonly<Record<Invitation["state"], Tone>> = {
  open: "active",
  used: "good",
  revoked: "neutral",
  expired: "neutral",
  unknown: "neutral",
};

const STATES: Readonly<Record<Invitation["state"], string>> = {
  open: "open",
  used: "used",
  revoked: "taken back",
  expired: "too old",
  unknown: "unknown",
};

export function InvitationList({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const trpc = useTRPC();
  const refresh = useRefreshAccounts();
  const revoke = useMutation(
    trpc.accounts.revoke.mutationOptions({
      onSettled: refresh,
      onSuccess: () => {
        toast.success("The invitation is taken back. Its link leads nowhere now.");
      },
      onError: ({ message }) => {
        toast.error(message);
      },
    }),
  );
  if (invitations.length === 0) {
    return (
      <EmptyState title="Nobody is invited">
        An invited person comes in by a link that you send them.
      </EmptyState>
    );
  }
  return (
    <Table label="Invitations" minWidth="46rem">
      <THead>
        <Th>For</Th>
        <Th width="9rem">Role</Th>
        <Th width="14rem">State</Th>
        <Th width="12rem">Good until</Th>
        <Th width="8rem">
          <span className="sr-only">Take back</span>
        </Th>
      </THead>
      <TBody>
        {invitations.map((invitation) => (
          <Tr key={invitation.id}>
            <Td>
              <SafeText text={invitation.label === "" ? "somebody" : invitation.label} />
              {invitation.createdBy === null ? null : (
                <span className="block text-sm text-ink-soft">
                  by <SafeText text={invitation.createdBy} />
                </span>
              )}
            </Td>
            <Td>{ROLE_NAMES[invitation.role]}</Td>
            <Td>
              <StatusMark tone={TONES[invitation.state]}>{STATES[invitation.state]}</StatusMark>
              {invitation.usedBy === null ? null : (
                <span className="text-sm text-ink-soft">
                  {" "}
                  by <SafeText text={invitation.usedBy} />
                </span>
              )}
            </Td>
            <Td nowrap>
              <span suppressHydrationWarning>{formatDateTime(invitation.expiresAt)}</span>
            </Td>
            <Td align="right">
              {invitation.state === "open" ? (
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={`Take back the invitation for ${invitation.label === "" ? "somebody" : invitation.label}`}
                  pending={revoke.isPending && revoke.variables.invitationId === invitation.id}
                  onClick={() => {
                    revoke.mutate({ invitationId: invitation.id });
                  }}
                >
                  Take back
                </Button>
              ) : null}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

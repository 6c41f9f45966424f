"use client";

import { useMutation } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toaster";
import type { Person } from "../types";
import { OneTimeLink } from "./one-time-link";

/** Makes a link by which somebody who forgot their password takes a new one. */
export function PasswordLinkButton({ person }: { readonly person: Person }) {
  const trpc = useTRPC();
  const make = useMutation(
    trpc.accounts.passwordLink.mutationOptions({
      onError: ({ message }) => {
        toast.error(message);
      },
    }),
  );
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        title="For somebody who forgot theirs"
        icon={<KeyRound size={13} aria-hidden />}
        aria-label={`New password for ${person.name}`}
        pending={make.isPending}
        onClick={() => {
          make.mutate({ userId: person.id });
        }}
      >
        New password
      </Button>
      {make.data === undefined ? null : (
        <OneTimeLink
          label={`Link for ${person.name}'s new password`}
          path={`/new-password/${make.data.token}`}
          origin={make.data.origin}
          expiresAt={make.data.expiresAt}
          onClose={make.reset}
        />
      )}
    </>
  );
}

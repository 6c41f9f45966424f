"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ErrorState } from "@/components/ui/states";
import { toast } from "@/components/ui/toaster";
import type { Person } from "../types";
import { useRefreshAccounts } from "./use-refresh-accounts";

/** Keeps a person out, or lets them in again. */
export function PersonSwitch({ person }: { readonly person: Person }) {
  const trpc = useTRPC();
  const refresh = useRefreshAccounts();
  const [asking, setAsking] = useState(false);
  const disable = useMutation(
    trpc.accounts.disable.mutationOptions({
      onSettled: refresh,
      onSuccess: () => {
        setAsking(false);
        toast.success(`${person.name} is disabled.`);
      },
    }),
  );
  const enable = useMutation(
    trpc.accounts.enable.mutationOptions({
      onSettled: refresh,
      onSuccess: () => {
        toast.success(`${person.name} may come in again.`);
      },
      onError: ({ message }) => {
        toast.error(message);
      },
    }),
  );
  if (person.disabled) {
    return (
      <Button
        size="sm"
        pending={enable.isPending}
        aria-label={`Let ${person.name} in again`}
        onClick={() => {
          enable.mutate({ userId: person.id });
        }}
      >
        Let in again
      </Button>
    );
  }
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        disabled={person.lastAdministrator}
        {...(person.lastAdministrator ? { title: "The last administrator stays." } : {})}
        aria-label={`Disable ${person.name}`}
        onClick={() => {
          setAsking(true);
        }}
      >
        Disable
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={(next) => {
          disable.reset();
          setAsking(next);
        }}
        title={`Disable ${person.name}?`}
        description={
          <>
            <p>They are signed out everywhere and cannot come in. What they did stays, with their name.</p>
            {disable.error === null ? null : (
              <div className="mt-3">
                <ErrorState title="They were not disabled" error={disable.error} compact />
              </div>
            )}
          </>
        }
        confirm={`Disable ${person.name}`}
        danger
        pending={disable.isPending}
        onConfirm={() => {
          disable.mutate({ userId: person.id });
        }}
      />
    </>
  );
}

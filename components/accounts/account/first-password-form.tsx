"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { CredentialsForm } from "../credentials-form";
import { enter } from "../enter";

/** The one person of a laptop takes a password and is signed in by it at once. */
export function FirstPasswordForm({ name }: { readonly name: string }) {
  const trpc = useTRPC();
  const set = useMutation(
    trpc.accounts.setPassword.mutationOptions({
      onSuccess: (_done, { email, password }) => enter({ email, password }, "/settings/people"),
    }),
  );
  return (
    <CredentialsForm
      name={name}
      action="Use this password from now on"
      failed="You have no password yet"
      pending={set.isPending || set.isSuccess}
      refused={set.error}
      onSubmit={(credentials) => {
        set.mutate(credentials);
      }}
    />
  );
}

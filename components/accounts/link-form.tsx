"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { CredentialsForm } from "./credentials-form";
import type { Credentials } from "./credentials-fields";
import { enter } from "./enter";

interface LinkFormProps {
  readonly kind: "set-up" | "invite";
  readonly token: string;
}

/** Comes in by a one-time link: the first administrator, or an invited person. */
export function LinkForm({ kind, token }: LinkFormProps) {
  const trpc = useTRPC();
  const goOn = {
    onSuccess: (_done: unknown, { email, password }: Credentials) => enter({ email, password }, "/"),
  };
  const setUp = useMutation(trpc.accounts.setUp.mutationOptions(goOn));
  const join = useMutation(trpc.accounts.join.mutationOptions(goOn));
  const taking = kind === "set-up" ? setUp : join;
  return (
    <CredentialsForm
      action={kind === "set-up" ? "Become the administrator" : "Join"}
      failed="You are not in yet"
      // Once it is done the page is on its way elsewhere.
      pending={taking.isPending || taking.isSuccess}
      refused={taking.error}
      onSubmit={(credentials) => {
        taking.mutate({ ...credentials, token });
      }}
    />
  );
}

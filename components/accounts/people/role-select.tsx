"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toaster";
import { ROLE_NAMES, ROLE_OPTIONS, roleSentence } from "../role-words";
import type { Person } from "../types";
import { useRefreshAccounts } from "./use-refresh-accounts";

/** Gives a person another role, at once. */
export function RoleSelect({ person }: { readonly person: Person }) {
  const trpc = useTRPC();
  const refresh = useRefreshAccounts();
  const give = useMutation(
    trpc.accounts.setRole.mutationOptions({
      onSettled: refresh,
      onSuccess: (_done, { role }) => {
        toast.success(`${person.name} is ${ROLE_NAMES[role].toLowerCase()} now.`);
      },
    }),
  );
  const role = give.isPending ? give.variables.role : person.role;
  return (
    <Field
      label={<span className="sr-only">Role of {person.name}</span>}
      disabled={person.lastAdministrator || person.disabled}
      error={give.error === null ? null : `${give.error.message} ${give.error.data?.fix ?? ""}`}
    >
      <Select
        options={ROLE_OPTIONS}
        value={role}
        title={person.lastAdministrator ? "The last administrator stays one." : roleSentence(role)}
        onValueChange={(next) => {
          give.mutate({ userId: person.id, role: next });
        }}
      />
    </Field>
  );
}

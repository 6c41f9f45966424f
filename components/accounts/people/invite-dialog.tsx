"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { Controller, useForm } from "react-hook-form";
import { FormDialog } from "@/components/models/form-dialog";
import { fieldError } from "@/components/ui/form-errors";
import { useTRPC } from "@/components/trpc/client";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { inviteSchema, type Role } from "@/server/accounts/accounts.schema";
import { ROLE_OPTIONS, roleSentence } from "../role-words";
import { OneTimeLink } from "./one-time-link";
import { useRefreshAccounts } from "./use-refresh-accounts";

/** Makes an invitation, then shows its link, once. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const trpc = useTRPC();
  const refresh = useRefreshAccounts();
  const invite = useMutation(trpc.accounts.invite.mutationOptions({ onSuccess: refresh }));
  const form = useForm({
    resolver: zodResolver(inviteSchema),
    defaultValues: { role: "annotator" as Role, label: "", days: 7 },
  });
  const { errors } = form.formState;
  if (invite.data !== undefined) {
    const { token, origin, expiresAt } = invite.data;
    return (
      <OneTimeLink
        label="Link of the invitation"
        path={`/join/${token}`}
        origin={origin}
        expiresAt={expiresAt}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title="Invite somebody"
      description="You get a link to send them. Whoever opens it first comes in by it."
      action="Make the link"
      failed="There is no invitation"
      fields={["role", "label", "days"]}
      pending={invite.isPending}
      refused={invite.error}
      submit={form.handleSubmit((values) => {
        invite.mutate(values);
      })}
      onClose={onClose}
    >
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <Field
            label="Role"
            help={roleSentence(field.value)}
            error={errors.role?.message ?? fieldError(invite.error, "role")}
          >
            <Select
              options={ROLE_OPTIONS}
              value={field.value}
              onValueChange={field.onChange}
              onBlur={field.onBlur}
            />
          </Field>
        )}
      />
      <Field
        label="For whom"
        optional
        help="So that the list of invitations says it."
        error={errors.label?.message ?? fieldError(invite.error, "label")}
      >
        <TextInput {...form.register("label")} />
      </Field>
      <Controller
        control={form.control}
        name="days"
        render={({ field }) => (
          <Field
            label="Good for how many days"
            error={errors.days?.message ?? fieldError(invite.error, "days")}
          >
            <NumberInput
              min={1}
              max={30}
              step={1}
              value={field.value ?? null}
              onValueChange={field.onChange}
              onBlur={field.onBlur}
            />
          </Field>
        )}
      />
    </FormDialog>
  );
}

"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { fieldError, otherError } from "@/components/ui/form-errors";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ErrorState } from "@/components/ui/states";
import { TextInput } from "@/components/ui/text-input";
import { changePasswordSchema } from "@/server/accounts/accounts.schema";
import { enter } from "../enter";

/** Another password; this browser goes on with it, every other has to sign in. */
export function PasswordForm({ email }: { readonly email: string }) {
  const trpc = useTRPC();
  const change = useMutation(
    trpc.accounts.changePassword.mutationOptions({
      onSuccess: (_done, { password }) => enter({ email, password }, "/settings/account"),
    }),
  );
  const form = useForm({
    resolver: zodResolver(changePasswordSchema),
    defaultValues: { currentPassword: "", password: "" },
  });
  const { errors } = form.formState;
  const general = otherError(change.error, ["currentPassword", "password"]);
  return (
    <form
      method="post"
      noValidate
      className="flex max-w-md flex-col gap-4"
      onSubmit={(event) => {
        form
          .handleSubmit((values) => {
            change.mutate(values);
          })(event)
          .catch(() => undefined);
      }}
    >
      {/* Tells the browser's password store whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        label="Password of now"
        error={errors.currentPassword?.message ?? fieldError(change.error, "currentPassword")}
      >
        <TextInput type="password" autoComplete="current-password" {...form.register("currentPassword")} />
      </Field>
      <Field
        label="New password"
        help="At least 10 characters."
        error={errors.password?.message ?? fieldError(change.error, "password")}
      >
        <TextInput type="password" autoComplete="new-password" {...form.register("password")} />
      </Field>
      {general === null ? null : <ErrorState title="Your password is as it was" error={general} compact />}
      <div>
        <Button type="submit" pending={change.isPending || change.isSuccess}>
          Change the password
        </Button>
      </div>
    </form>
  );
}

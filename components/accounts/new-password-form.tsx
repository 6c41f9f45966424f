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
import { newPasswordSchema } from "@/server/accounts/accounts.schema";
import { enter } from "./enter";

interface NewPasswordFormProps {
  readonly token: string;
  readonly email: string;
}

/** Takes a new password by a link, and signs in with it. */
export function NewPasswordForm({ token, email }: NewPasswordFormProps) {
  const trpc = useTRPC();
  const take = useMutation(
    trpc.accounts.newPassword.mutationOptions({
      onSuccess: (_done, { password }) => enter({ email, password }, "/"),
    }),
  );
  const form = useForm({ resolver: zodResolver(newPasswordSchema), defaultValues: { token, password: "" } });
  const general = otherError(take.error, ["password"]);
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        form
          .handleSubmit((values) => {
            take.mutate(values);
          })(event)
          .catch(() => undefined);
      }}
    >
      {/* Tells the browser's password store whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        label="New password"
        help="At least 10 characters."
        error={form.formState.errors.password?.message ?? fieldError(take.error, "password")}
      >
        <TextInput type="password" autoComplete="new-password" {...form.register("password")} />
      </Field>
      {general === null ? null : <ErrorState title="Your password is as it was" error={general} compact />}
      <div>
        <Button type="submit" variant="primary" pending={take.isPending || take.isSuccess}>
          Use this password from now on
        </Button>
      </div>
    </form>
  );
}

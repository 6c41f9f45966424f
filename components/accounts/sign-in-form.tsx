"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ErrorState } from "@/components/ui/states";
import { TextInput } from "@/components/ui/text-input";
import { signInSchema } from "@/server/accounts/accounts.schema";
import { signIn } from "./auth-requests";

/** E-mail and password; then on to where the person wanted to go. */
export function SignInForm({ next }: { readonly next: string }) {
  const form = useForm({
    resolver: zodResolver(signInSchema),
    defaultValues: { email: "", password: "" },
  });
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (refused) => {
      // A whole new page: nothing of what somebody else read before stays in it.
      if (refused === null) window.location.assign(next);
    },
  });
  const { errors } = form.formState;
  const refused = enter.data ?? null;
  const goingOn = enter.isSuccess && refused === null;
  return (
    <form
      // Without script the password must not land in the address.
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        form
          .handleSubmit((values) => {
            enter.mutate(values);
          })(event)
          .catch(() => undefined);
      }}
    >
      <Field label="E-mail address" error={errors.email?.message}>
        <TextInput type="email" autoComplete="username" {...form.register("email")} />
      </Field>
      <Field label="Password" error={errors.password?.message}>
        <TextInput type="password" autoComplete="current-password" {...form.register("password")} />
      </Field>
      {refused === null ? null : <ErrorState title="You are not signed in" error={refused} compact />}
      <div>
        <Button type="submit" variant="primary" pending={enter.isPending || goingOn}>
          Sign in
        </Button>
      </div>
      <p className="text-sm text-ink-soft">
        People come in by an invitation. If you have none, or forgot your password, ask an administrator for a
        link. An administrator who forgot theirs starts the app with SPHERE_NEW_PASSWORD_FOR=their e-mail
        address: the terminal prints one.
      </p>
    </form>
  );
}

"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { otherError } from "@/components/ui/form-errors";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import { setPasswordSchema } from "@/server/accounts/accounts.schema";
import { CREDENTIAL_FIELDS, CredentialsFields, type Credentials } from "./credentials-fields";

interface CredentialsFormProps {
  readonly name?: string;
  readonly action: string;
  readonly failed: string;
  readonly pending: boolean;
  readonly refused: Parameters<typeof otherError>[0];
  readonly onSubmit: (credentials: Credentials) => void;
}

/** Name, e-mail address and password of somebody who has none here yet. */
export function CredentialsForm({
  name = "",
  action,
  failed,
  pending,
  refused,
  onSubmit,
}: CredentialsFormProps) {
  const form = useForm<Credentials>({
    resolver: zodResolver(setPasswordSchema),
    defaultValues: { name, email: "", password: "" },
  });
  const general = otherError(refused, CREDENTIAL_FIELDS);
  return (
    <form
      method="post"
      noValidate
      className="flex max-w-md flex-col gap-4"
      onSubmit={(event) => {
        form
          .handleSubmit(onSubmit)(event)
          .catch(() => undefined);
      }}
    >
      <CredentialsFields register={form.register} errors={form.formState.errors} refused={refused} />
      {general === null ? null : <ErrorState title={failed} error={general} compact />}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {action}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { fieldError, otherError } from "@/components/ui/form-errors";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ErrorState } from "@/components/ui/states";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toaster";
import { renameSchema } from "@/server/accounts/accounts.schema";

export function NameForm({ name }: { readonly name: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const rename = useMutation(
    trpc.accounts.rename.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: trpc.accounts.pathKey() });
        toast.success("Your name is changed.");
      },
    }),
  );
  const form = useForm({ resolver: zodResolver(renameSchema), defaultValues: { name } });
  const { errors, isDirty } = form.formState;
  const general = otherError(rename.error, ["name"]);
  return (
    <form
      noValidate
      className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        form
          .handleSubmit((values) => {
            rename.mutate(values);
          })(event)
          .catch(() => undefined);
      }}
    >
      <Field label="Name" error={errors.name?.message ?? fieldError(rename.error, "name")}>
        <TextInput autoComplete="name" {...form.register("name")} />
      </Field>
      {general === null ? null : <ErrorState title="Your name is as it was" error={general} compact />}
      <div>
        <Button type="submit" disabled={!isDirty} pending={rename.isPending}>
          Change the name
        </Button>
      </div>
    </form>
  );
}

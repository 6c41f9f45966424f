"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { Controller, useForm } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toaster";
import { useTRPC } from "@/components/trpc/client";
import { addEmbeddedSchema } from "@/server/models/models.schema";
import { FormDialog } from "./form-dialog";
import { fieldError } from "@/components/ui/form-errors";
import { LINEAGE_FIELDS, LineageFields } from "./lineage-fields";
import { useRefreshModels } from "./use-models";

/** Adds a GGUF file where it lies. */
export function AddFileDialog({ onClose }: { readonly onClose: () => void }) {
  const trpc = useTRPC();
  const refresh = useRefreshModels();
  const add = useMutation(
    trpc.models.addEmbedded.mutationOptions({
      onSuccess: async ({ name }) => {
        await refresh();
        toast.success(`${name} is added.`);
        onClose();
      },
    }),
  );
  const form = useForm({
    resolver: zodResolver(addEmbeddedSchema),
    defaultValues: { name: "", path: "", lineage: null },
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Add a GGUF file"
      description="The file is used where it lies; nothing is copied. Its header is checked now."
      action="Add the file"
      failed="The file was not added"
      fields={["name", "path", ...LINEAGE_FIELDS]}
      pending={add.isPending}
      refused={add.error}
      submit={form.handleSubmit((values) => {
        add.mutate(values);
      })}
      onClose={onClose}
    >
      <Field
        label="Path"
        help="On the machine that runs the app."
        error={errors.path?.message ?? fieldError(add.error, "path")}
      >
        <TextInput
          mono
          spellCheck={false}
          placeholder="/models/my-model-q4_k_m.gguf"
          {...form.register("path")}
        />
      </Field>
      <Field label="Name" error={errors.name?.message ?? fieldError(add.error, "name")}>
        <TextInput {...form.register("name")} />
      </Field>
      <Controller
        control={form.control}
        name="lineage"
        render={({ field }) => (
          <LineageFields
            value={field.value ?? null}
            onChange={field.onChange}
            errorOf={(name) => errors.lineage?.[name]?.message ?? fieldError(add.error, name)}
          />
        )}
      />
    </FormDialog>
  );
}

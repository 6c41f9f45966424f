"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { ErrorState } from "@/components/ui/states";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toaster";
import { useTRPC } from "@/components/trpc/client";
import { addEmbeddedSchema } from "@/server/models/models.schema";
import { fieldError, otherError } from "./form-errors";
import { useRefreshModels } from "./use-models";

const FORM = "add-file";

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
    defaultValues: { name: "", path: "" },
  });
  const { errors } = form.formState;
  const general = otherError(add.error, ["name", "path"]);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Add a GGUF file"
      description="The file is used where it lies; nothing is copied. Its header is checked now."
      footer={
        <Button type="submit" variant="primary" form={FORM} pending={add.isPending}>
          Add the file
        </Button>
      }
    >
      <form
        id={FORM}
        noValidate
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          form
            .handleSubmit((values) => {
              add.mutate(values);
            })(event)
            .catch(() => undefined);
        }}
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
        {general === null ? null : <ErrorState title="The file was not added" error={general} compact />}
      </form>
    </Dialog>
  );
}

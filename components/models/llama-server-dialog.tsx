"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { addLlamaServerSchema, type AddLlamaServer } from "@/server/models/models.schema";
import { FormDialog, type FormWords } from "./form-dialog";
import { fieldError, type otherError } from "@/components/ui/form-errors";
import { LINEAGE_FIELDS, LineageFields } from "./lineage-fields";
import { LlamaServerFields } from "./llama-server-fields";

const FIELDS = [
  "name",
  "path",
  "fileOf",
  "binaryPath",
  "parallel",
  "maxConcurrency",
  ...LINEAGE_FIELDS,
] as const;

interface LlamaServerDialogProps extends FormWords {
  readonly values: z.input<typeof addLlamaServerSchema>;
  /** The file of an entry stays: another one is another model. */
  readonly fileFixed: boolean;
  readonly pending: boolean;
  readonly refused: Parameters<typeof otherError>[0];
  readonly onSubmit: (values: AddLlamaServer) => void;
  readonly onClose: () => void;
}

/** The form of a llama-server in a dialog: for a new one and for one that is changed. */
export function LlamaServerDialog({ values, fileFixed, onSubmit, ...dialog }: LlamaServerDialogProps) {
  const form = useForm({ resolver: zodResolver(addLlamaServerSchema), defaultValues: values });
  const { errors } = form.formState;
  return (
    <FormDialog {...dialog} fields={FIELDS} submit={form.handleSubmit(onSubmit)}>
      <LlamaServerFields form={form} fileFixed={fileFixed} refused={dialog.refused} />
      {fileFixed ? null : (
        <Controller
          control={form.control}
          name="lineage"
          render={({ field }) => (
            <LineageFields
              value={field.value ?? null}
              onChange={field.onChange}
              errorOf={(name) => errors.lineage?.[name]?.message ?? fieldError(dialog.refused, name)}
            />
          )}
        />
      )}
    </FormDialog>
  );
}

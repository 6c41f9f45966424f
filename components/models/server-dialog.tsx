"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import { FormDialog, type FormWords } from "./form-dialog";
import { fieldError, type otherError } from "@/components/ui/form-errors";
import { LINEAGE_FIELDS, LineageFields } from "./lineage-fields";
import { ServerFields } from "./server-fields";
import { serverFormSchema, type ServerForm } from "./server-form";
import type { ServerKind } from "./server-words";

const FIELDS = [
  "name",
  "baseUrl",
  "remoteName",
  "apiKey",
  "maxConcurrency",
  "replicas",
  ...LINEAGE_FIELDS,
] as const;

interface ServerDialogProps extends FormWords {
  readonly kind: ServerKind;
  readonly values: ServerForm;
  /** Of a new entry it is also asked where the model comes from. */
  readonly isNew: boolean;
  readonly keyStored: boolean;
  readonly pending: boolean;
  readonly refused: Parameters<typeof otherError>[0];
  readonly onSubmit: (values: ServerForm) => void;
  readonly onClose: () => void;
}

/** The form of a server in a dialog: for a new one and for one that is changed. */
export function ServerDialog({ kind, values, isNew, keyStored, onSubmit, ...dialog }: ServerDialogProps) {
  const form = useForm({ resolver: zodResolver(serverFormSchema), defaultValues: values });
  const { errors } = form.formState;
  return (
    <FormDialog {...dialog} fields={FIELDS} submit={form.handleSubmit(onSubmit)}>
      <ServerFields form={form} kind={kind} keyStored={keyStored} refused={dialog.refused} />
      {isNew && kind === "openai" ? (
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
      ) : null}
    </FormDialog>
  );
}

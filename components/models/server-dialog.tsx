"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { FormDialog, type FormWords } from "./form-dialog";
import type { otherError } from "@/components/ui/form-errors";
import { ServerFields } from "./server-fields";
import { serverFormSchema, type ServerForm } from "./server-form";
import type { ServerKind } from "./server-words";

const FIELDS = ["name", "baseUrl", "remoteName", "apiKey", "maxConcurrency", "replicas"] as const;

interface ServerDialogProps extends FormWords {
  readonly kind: ServerKind;
  readonly values: ServerForm;
  readonly keyStored: boolean;
  readonly pending: boolean;
  readonly refused: Parameters<typeof otherError>[0];
  readonly onSubmit: (values: ServerForm) => void;
  readonly onClose: () => void;
}

/** The form of a server in a dialog: for a new one and for one that is changed. */
export function ServerDialog({ kind, values, keyStored, onSubmit, ...dialog }: ServerDialogProps) {
  const form = useForm({ resolver: zodResolver(serverFormSchema), defaultValues: values });
  return (
    <FormDialog {...dialog} fields={FIELDS} submit={form.handleSubmit(onSubmit)}>
      <ServerFields form={form} kind={kind} keyStored={keyStored} refused={dialog.refused} />
    </FormDialog>
  );
}

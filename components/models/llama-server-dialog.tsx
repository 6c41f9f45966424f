"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { addLlamaServerSchema, type AddLlamaServer } from "@/server/models/models.schema";
import { FormDialog, type FormWords } from "./form-dialog";
import type { otherError } from "@/components/ui/form-errors";
import { LlamaServerFields } from "./llama-server-fields";

const FIELDS = ["name", "path", "fileOf", "binaryPath", "parallel", "maxConcurrency"] as const;

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
  return (
    <FormDialog {...dialog} fields={FIELDS} submit={form.handleSubmit(onSubmit)}>
      <LlamaServerFields form={form} fileFixed={fileFixed} refused={dialog.refused} />
    </FormDialog>
  );
}

"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/states";
import { addLlamaServerSchema, type AddLlamaServer } from "@/server/models/models.schema";
import { otherError } from "./form-errors";
import { LlamaServerFields } from "./llama-server-fields";

const FORM = "llama-server";
const FIELDS = ["name", "path", "fileOf", "binaryPath", "parallel", "maxConcurrency"] as const;

interface LlamaServerDialogProps {
  readonly title: string;
  readonly description: string;
  /** What the button says. */
  readonly action: string;
  readonly failed: string;
  readonly values: z.input<typeof addLlamaServerSchema>;
  /** The file of an entry stays: another one is another model. */
  readonly fileFixed: boolean;
  readonly pending: boolean;
  readonly refused: Parameters<typeof otherError>[0];
  readonly onSubmit: (values: AddLlamaServer) => void;
  readonly onClose: () => void;
}

/** The form of a llama-server in a dialog: for a new one and for one that is changed. */
export function LlamaServerDialog(props: LlamaServerDialogProps) {
  const { title, description, action, failed, values, fileFixed, pending, refused } = props;
  const form = useForm({ resolver: zodResolver(addLlamaServerSchema), defaultValues: values });
  const general = otherError(refused, FIELDS);
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={title}
      description={description}
      footer={
        <Button type="submit" variant="primary" form={FORM} pending={pending}>
          {action}
        </Button>
      }
    >
      <form
        id={FORM}
        noValidate
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          form
            .handleSubmit(props.onSubmit)(event)
            .catch(() => undefined);
        }}
      >
        <LlamaServerFields form={form} fileFixed={fileFixed} refused={refused} />
        {general === null ? null : <ErrorState title={failed} error={general} compact />}
      </form>
    </Dialog>
  );
}

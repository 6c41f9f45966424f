"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/states";
import { otherError } from "./form-errors";
import { serverFormSchema, type ServerForm } from "./server-form";
import { ServerFields } from "./server-fields";
import type { ServerKind } from "./server-words";

const FORM = "server";
const FIELDS = ["name", "baseUrl", "remoteName", "apiKey", "maxConcurrency", "replicas"] as const;

interface ServerDialogProps {
  readonly kind: ServerKind;
  readonly title: string;
  readonly description: string;
  /** What the button says. */
  readonly action: string;
  readonly failed: string;
  readonly values: ServerForm;
  readonly keyStored: boolean;
  readonly pending: boolean;
  readonly refused: Parameters<typeof otherError>[0];
  readonly onSubmit: (values: ServerForm) => void;
  readonly onClose: () => void;
}

/** The form of a server in a dialog: for a new one and for one that is changed. */
export function ServerDialog(props: ServerDialogProps) {
  const { kind, title, description, action, failed, values, keyStored, pending, refused } = props;
  const form = useForm({ resolver: zodResolver(serverFormSchema), defaultValues: values });
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
        <ServerFields form={form} kind={kind} keyStored={keyStored} refused={refused} />
        {general === null ? null : <ErrorState title={failed} error={general} compact />}
      </form>
    </Dialog>
  );
}

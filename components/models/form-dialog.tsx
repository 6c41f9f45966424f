"use client";

import { useId, type BaseSyntheticEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/states";
import { otherError } from "@/components/ui/form-errors";

/** What a dialog says of what is done in it. */
export interface FormWords {
  readonly title: string;
  readonly description: string;
  /** What the button says. */
  readonly action: string;
  /** What a refusal begins with. */
  readonly failed: string;
}

interface FormDialogProps extends FormWords {
  /** Fields that show their own errors. */
  readonly fields: readonly string[];
  readonly pending: boolean;
  readonly refused: Parameters<typeof otherError>[0];
  /** Of react-hook-form's `handleSubmit`. */
  readonly submit: (event: BaseSyntheticEvent) => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog, its button at the foot; what the server refuses of no field in particular stands below. */
export function FormDialog(props: FormDialogProps) {
  const id = useId();
  const general = otherError(props.refused, props.fields);
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={props.title}
      description={props.description}
      footer={
        <Button type="submit" variant="primary" form={id} pending={props.pending}>
          {props.action}
        </Button>
      }
    >
      <form
        id={id}
        noValidate
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          props.submit(event).catch(() => undefined);
        }}
      >
        {props.children}
        {general === null ? null : <ErrorState title={props.failed} error={general} compact />}
      </form>
    </Dialog>
  );
}

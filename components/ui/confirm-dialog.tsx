"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { Button } from "./button";

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** A question: "Cancel this run?" */
  readonly title: string;
  /** What happens then, and what stays. */
  readonly description: ReactNode;
  /** The verb of the title: "Cancel the run". */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly danger?: boolean;
  readonly pending?: boolean;
}

/** Asks before something that cannot be undone. The caller closes it when the action has succeeded. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <AlertDialog.Root
      open={props.open}
      onOpenChange={(next) => {
        props.onOpenChange(next);
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 rounded-md border border-rule-strong bg-raised p-5 text-ink">
          <AlertDialog.Title className="font-serif text-lg font-semibold">{props.title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-ink-soft" render={<div />}>
            {props.description}
          </AlertDialog.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Close render={<Button variant="quiet">Keep it as it is</Button>} />
            <Button
              variant={props.danger === true ? "danger" : "primary"}
              pending={props.pending ?? false}
              onClick={props.onConfirm}
            >
              {props.confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

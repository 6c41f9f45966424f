"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";

interface NodeSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** The panel where there is no room beside the tree: from below, most of the tree still in view. */
export function NodeSheet({ open, onOpenChange, children }: NodeSheetProps) {
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-50 flex max-h-[75dvh] flex-col border-t border-rule-strong bg-paper text-ink">
          <div className="flex items-center border-b border-rule py-1 pr-2 pl-4">
            <Dialog.Title className="flex-1 text-sm text-ink-soft">Selected step</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="flex size-9 items-center justify-center rounded-sm text-ink-soft hover:bg-accent-wash hover:text-accent"
            >
              <X size={18} aria-hidden />
            </Dialog.Close>
          </div>
          <div className="min-h-0 overflow-y-auto px-4 py-3">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { clsx } from "clsx";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly width?: "md" | "lg";
  /** What has the focus when it opens; default the first that can have it. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
}

/** A modal dialog. Escape and a click outside close it; focus returns to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  width = "md",
  initialFocus,
}: DialogProps) {
  return (
    <BaseDialog.Root
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <BaseDialog.Popup
          {...(initialFocus === undefined ? {} : { initialFocus })}
          className={clsx(
            "fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-md border border-rule-strong bg-raised text-ink",
            width === "lg" ? "max-w-3xl" : "max-w-lg",
          )}
        >
          <div className="flex items-start gap-4 border-b border-rule px-5 py-3">
            <BaseDialog.Title className="flex-1 font-serif text-lg font-semibold">{title}</BaseDialog.Title>
            <BaseDialog.Close
              aria-label="Close"
              className="-mr-1.5 flex size-6.5 items-center justify-center rounded-sm text-ink-soft hover:bg-accent-wash hover:text-accent"
            >
              <X size={16} aria-hidden />
            </BaseDialog.Close>
          </div>
          <div className="min-h-0 overflow-y-auto px-5 py-4">
            {description === undefined ? null : (
              <BaseDialog.Description className="text-ink-soft">{description}</BaseDialog.Description>
            )}
            {children}
          </div>
          {footer === undefined ? null : (
            <div className="flex flex-wrap justify-end gap-2 border-t border-rule px-5 py-3">{footer}</div>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

"use client";

import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import { useState, type ReactElement, type ReactNode } from "react";

export const TooltipProvider = BaseTooltip.Provider;

export interface TooltipProps {
  readonly content: ReactNode;
  /** One focusable element: a button or a link. */
  readonly children: ReactElement<Record<string, unknown>>;
  /** The content in plain words, for screen readers. */
  readonly description?: string;
  readonly side?: "top" | "bottom" | "left" | "right";
}

/** A line of help on hover, focus and tap. Never the only place of something needed. */
export function Tooltip({ content, children, description, side = "top" }: TooltipProps) {
  const [open, setOpen] = useState(false);
  return (
    <BaseTooltip.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
      }}
    >
      <BaseTooltip.Trigger
        delay={250}
        closeOnClick={false}
        aria-description={description}
        onClick={() => {
          setOpen(true);
        }}
        render={children}
      />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-60">
          <BaseTooltip.Popup className="max-w-72 rounded-sm border border-rule-strong bg-raised px-2.5 py-1.5 text-sm text-ink">
            {content}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}

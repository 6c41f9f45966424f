"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { focusableWhileScrollable } from "@/components/ui/scroll-region";

interface ScrollSidewaysProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** Keeps what is wider than the page in its own place. */
export function ScrollSideways({ className, children }: ScrollSidewaysProps) {
  return (
    <span
      ref={focusableWhileScrollable}
      className={clsx("block overflow-x-auto overflow-y-hidden", className)}
    >
      {children}
    </span>
  );
}

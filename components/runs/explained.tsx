"use client";

import type { ReactNode } from "react";
import { Tooltip } from "@/components/ui/tooltip";

interface ExplainedProps {
  /** One plain line. */
  readonly meaning: string;
  readonly children: ReactNode;
}

/** Words that explain themselves on hover, focus and tap. */
export function Explained({ meaning, children }: ExplainedProps) {
  return (
    <Tooltip content={meaning} description={meaning}>
      <button
        type="button"
        className="cursor-help rounded-sm text-left underline decoration-rule-strong decoration-dotted decoration-1 underline-offset-[0.25em] hover:decoration-accent"
      >
        {children}
      </button>
    </Tooltip>
  );
}

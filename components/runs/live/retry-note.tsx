"use client";

import { formatDuration } from "@/components/ui/format";
import { useNow } from "@/components/ui/relative-time";

/** When what waits for an engine is tried again. */
export function RetryNote({ at }: { readonly at: number }) {
  const left = at - useNow();
  return (
    <span className="text-ink-soft" suppressHydrationWarning>
      {left > 10_000
        ? `It is tried again in about ${formatDuration(left)}.`
        : "It is tried again in a moment."}
    </span>
  );
}

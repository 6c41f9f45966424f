"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

export { toast } from "sonner";

/** Mounted once, in the root layout. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-(--width) items-start gap-2 rounded-md border border-rule-strong bg-raised px-3 py-2.5 font-sans text-base text-ink",
          error: "border-l-2 border-l-danger",
          success: "border-l-2 border-l-chosen",
          description: "text-sm text-ink-soft",
          actionButton: "ml-auto shrink-0 whitespace-nowrap font-medium text-accent",
        },
      }}
    />
  );
}

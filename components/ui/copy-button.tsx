"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "./button";

export interface CopyButtonProps {
  readonly text: string;
  /** For screen readers: "Copy the run's id". */
  readonly label: string;
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => {
        setCopied(false);
      }, 1500);
    } catch {
      toast.error("The browser did not allow copying. Select the text and copy it by hand.");
    }
  }
  return (
    <Button
      size="sm"
      variant="quiet"
      aria-label={label}
      title={copied ? "Copied" : label}
      onClick={() => {
        copy().catch(() => undefined);
      }}
    >
      {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      <output className="sr-only">{copied ? "Copied" : ""}</output>
    </Button>
  );
}

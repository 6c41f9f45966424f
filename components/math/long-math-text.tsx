"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import { MathBlock } from "./math-block";

interface LongMathTextProps {
  readonly text: string;
  readonly start: string;
}

/** The start of a long text, and the rest on demand. */
export function LongMathText({ text, start }: LongMathTextProps) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <MathBlock text={open ? text : `${start} …`} />
      <div className="mt-2">
        <Button
          size="sm"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? "Show less" : `Show all ${formatInteger(text.length)} characters`}
        </Button>
      </div>
    </div>
  );
}

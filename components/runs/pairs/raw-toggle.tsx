"use client";

import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

interface RawToggleProps {
  readonly raw: boolean;
  readonly onChange: (raw: boolean) => void;
}

/** Mathematics drawn, or the text byte by byte; the page binds the key. */
export function RawToggle({ raw, onChange }: RawToggleProps) {
  return (
    <Button
      size="sm"
      aria-pressed={raw}
      onClick={() => {
        onChange(!raw);
      }}
    >
      {raw ? "Draw the mathematics" : "Show raw text"} <Kbd>r</Kbd>
    </Button>
  );
}

"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { formatInteger } from "@/components/ui/format";
import { RawText } from "@/components/ui/raw-text";

const FOLD_AT = 20_000;

interface LongRawTextProps {
  readonly text: string;
  readonly label: string;
}

/** Raw text of any length: the start, more on demand; copying always takes the whole. */
export function LongRawText({ text, label }: LongRawTextProps) {
  const [limit, setLimit] = useState(FOLD_AT);
  if (text.length <= limit * 1.2) return <RawText text={text} label={label} />;
  return (
    <div>
      <RawText text={text.slice(0, limit)} label={label} copy={false} />
      <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <Button
          size="sm"
          onClick={() => {
            setLimit(limit * 4);
          }}
        >
          Show more
        </Button>
        {formatInteger(limit)} of {formatInteger(text.length)} characters shown
        <CopyButton text={text} label={`Copy the whole ${label.toLowerCase()}`} />
      </p>
    </div>
  );
}

"use client";

import { useMemo, useState } from "react";
import { MathText } from "@/components/math";
import { LongRawText } from "@/components/calls/long-raw-text";
import { ShowMore, useShown } from "@/components/calls/show-more";
import { Button } from "@/components/ui/button";
import { splitSteps } from "@/server/sphere/split-steps";

const STEPS_AT_ONCE = 40;

/** A response step by step with its mathematics drawn, or byte by byte. */
export function AnswerSteps({ text }: { readonly text: string }) {
  const [raw, setRaw] = useState(false);
  const { steps, dropped } = useMemo(() => splitSteps(text), [text]);
  const shown = useShown(steps.length, STEPS_AT_ONCE);
  if (text.trim() === "") return <p className="text-sm text-ink-faint">The model wrote nothing.</p>;
  return (
    <>
      {raw ? (
        <LongRawText text={text} label="Text of the answer" />
      ) : (
        <>
          <ol>
            {steps.slice(0, shown.count).map((step, at) => (
              <li
                key={at}
                className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-baseline gap-x-3 px-2 py-1.5"
              >
                <span className="text-right text-xs text-ink-faint">{at + 1}</span>
                <div className="min-w-0">
                  <MathText text={step} limit={1_500} />
                </div>
              </li>
            ))}
          </ol>
          {dropped.trim() === "" ? null : (
            <div className="px-2 pl-11 text-ink-faint">
              <p className="text-xs">after the answer:</p>
              <MathText text={dropped} limit={1_500} />
            </div>
          )}
          <ShowMore shown={shown} total={steps.length} noun="steps" />
        </>
      )}
      <p className="mt-1">
        <Button
          size="sm"
          variant="quiet"
          aria-pressed={raw}
          onClick={() => {
            setRaw(!raw);
          }}
        >
          {raw ? "Draw the mathematics" : "Show raw text"}
        </Button>
      </p>
    </>
  );
}

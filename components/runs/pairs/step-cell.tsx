import { clsx } from "clsx";
import type { ReactNode } from "react";
import { FoldedText } from "./folded-text";
import { StepNumber, type StepMark } from "./step-number";
import { StepText, type StepTextProps } from "./step-text";

export interface StepCellProps extends StepTextProps {
  /** From 1. */
  readonly number: number;
  /** The other side's number of an equal step, where it differs. */
  readonly otherNumber?: number | null;
  /** Said above the text: "first wrong step". */
  readonly note?: string | null;
  /** A person's own mark; then the number is a button. */
  readonly mark?: StepMark | null;
  /** Under the text. */
  readonly below?: ReactNode;
}

/** A numbered step: the number in the margin, the text drawn or raw, long text folded. */
export function StepCell(props: StepCellProps) {
  const { number, otherNumber = null, note = null, mark = null, below = null, runs, tone, raw } = props;
  return (
    <div className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
      <StepNumber number={number} otherNumber={otherNumber} mark={mark} />
      <div className="min-w-0">
        {mark?.marked === true ? <p className="text-xs font-medium text-danger">{mark.words}</p> : null}
        {note === null ? null : (
          <p
            className={clsx("text-xs", tone === "rejected" ? "font-medium text-rejected" : "text-ink-faint")}
          >
            {note}
          </p>
        )}
        <FoldedText runs={runs}>
          {(kept) => (
            <div
              dir="auto"
              className={clsx(
                "isolate whitespace-pre-wrap wrap-anywhere",
                raw ? "font-mono text-sm" : "font-serif text-prose",
              )}
            >
              <StepText runs={kept} tone={tone} raw={raw} />
            </div>
          )}
        </FoldedText>
        {below}
      </div>
    </div>
  );
}

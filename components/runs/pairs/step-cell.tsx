import { clsx } from "clsx";
import { FoldedText } from "./folded-text";
import { StepText, type StepTextProps } from "./step-text";

export interface StepCellProps extends StepTextProps {
  /** From 1. */
  readonly number: number;
  /** The other side's number of an equal step, where it differs. */
  readonly otherNumber?: number | null;
  /** Said beside the number: "first wrong step". */
  readonly note?: string | null;
}

/** A numbered step: the number in the margin, the text drawn or raw, long text folded. */
export function StepCell({ number, otherNumber = null, note = null, runs, tone, raw }: StepCellProps) {
  return (
    <div className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
      <span className="pt-0.5 text-xs text-ink-faint" title={`Step ${number}`}>
        {number}
        {otherNumber === null ? null : `/${otherNumber}`}
      </span>
      <div className="min-w-0">
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
      </div>
    </div>
  );
}

import { clsx } from "clsx";

export interface StepMark {
  readonly marked: boolean;
  /** What the mark says above the step. */
  readonly words: string;
  /** For screen readers: "Step 3 of the left chain is the first wrong one". */
  readonly label: string;
  readonly onMark: () => void;
}

interface StepNumberProps {
  readonly number: number;
  readonly otherNumber: number | null;
  readonly mark: StepMark | null;
}

/** The number in the margin; where a person may mark the step, a button as large as a finger needs. */
export function StepNumber({ number, otherNumber, mark }: StepNumberProps) {
  const text = otherNumber === null ? `${number}` : `${number}/${otherNumber}`;
  if (mark === null) {
    return (
      <span className="pt-0.5 text-xs text-ink-faint" title={`Step ${number}`}>
        {text}
      </span>
    );
  }
  return (
    <button
      type="button"
      aria-pressed={mark.marked}
      aria-label={mark.label}
      title={mark.label}
      onClick={mark.onMark}
      className={clsx(
        "-ml-1 flex h-6 min-w-6 items-center justify-self-start px-0.5 justify-center self-start rounded-sm border text-xs pointer-coarse:h-9",
        mark.marked
          ? "border-danger bg-danger-wash font-semibold text-danger"
          : "border-transparent text-ink-faint hover:border-rule-strong hover:text-ink",
      )}
    >
      {text}
    </button>
  );
}

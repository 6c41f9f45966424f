import type { ReactNode } from "react";
import { Button } from "./button";

interface PickTwoBarProps {
  /** How many are picked. */
  readonly count: number;
  readonly none: string;
  readonly one: string;
  /** The link that leads on once two are picked. */
  readonly two: ReactNode;
  readonly onClear: () => void;
}

/** Tells what picking two rows of a list is good for, and leads on once there are two. */
export function PickTwoBar({ count, none, one, two, onClear }: PickTwoBarProps) {
  return (
    <p
      aria-live="polite"
      className="mb-2 flex min-h-6.5 flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft"
    >
      {count === 0 ? none : count === 1 ? one : two}
      {count === 0 ? null : (
        <Button size="sm" variant="quiet" onClick={onClear}>
          Pick none
        </Button>
      )}
    </p>
  );
}

"use client";

import { Progress as BaseProgress } from "@base-ui/react/progress";
import { clsx } from "clsx";
import { useId } from "react";
import { formatDuration, formatInteger, formatPercent } from "./format";

export interface ProgressProps {
  readonly label: string;
  /** `null`: under way, but how far is not known. */
  readonly value: number | null;
  readonly max: number;
  /** "24 of 50 problems": default `value of max`. */
  readonly detail?: string;
  /** Formatted: "87 tokens/s", "12.4 MB/s". */
  readonly rate?: string | undefined;
  readonly timeLeftMs?: number | null | undefined;
  readonly labelHidden?: boolean;
}

/** How far something has come, how fast it goes and how long is left. Keeps its height in every state. */
export function Progress({
  label,
  value,
  max,
  detail,
  rate,
  timeLeftMs,
  labelHidden = false,
}: ProgressProps) {
  const shown = detail ?? (value === null ? "" : `${formatInteger(value)} of ${formatInteger(max)}`);
  const left = timeLeftMs === undefined || timeLeftMs === null ? null : `${formatDuration(timeLeftMs)} left`;
  const id = useId();
  return (
    <BaseProgress.Root
      aria-labelledby={id}
      value={value}
      max={Math.max(1, max)}
      getAriaValueText={() => shown}
      className="min-w-0"
    >
      <BaseProgress.Label id={id} className={labelHidden ? "sr-only" : "mb-1 block font-medium"}>
        {label}
      </BaseProgress.Label>
      <BaseProgress.Track className="h-1 bg-rule">
        <BaseProgress.Indicator
          className={clsx("h-full bg-accent", value === null && "w-1/3 animate-pulse")}
        />
      </BaseProgress.Track>
      <div className="mt-1 flex min-h-5 flex-wrap gap-x-3 text-sm text-ink-soft">
        <span>{shown}</span>
        {value === null ? null : <span>{formatPercent(value / Math.max(1, max))}</span>}
        {rate === undefined ? null : <span>{rate}</span>}
        {left === null ? null : <span className="ml-auto">{left}</span>}
      </div>
    </BaseProgress.Root>
  );
}

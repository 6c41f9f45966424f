import { clsx } from "clsx";
import type { ReactNode } from "react";
import { formatInteger, formatPercent } from "@/components/ui/format";
import { prepareShares } from "./prepare-shares";

export type BarTone =
  | "accent"
  | "chosen"
  | "rejected"
  | "danger"
  | "neutral"
  | "faint"
  | "stage-1"
  | "stage-2"
  | "stage-3";

export interface BarPart {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: number;
  readonly tone: BarTone;
}

export interface StackedBarProps {
  readonly label: string;
  readonly parts: readonly BarPart[];
  /** The legend under the bar; default true. Without it, the numbers must stand elsewhere on the page. */
  readonly legend?: boolean;
}

const fills: Record<BarTone, string> = {
  accent: "bg-accent",
  chosen: "bg-chosen",
  rejected: "bg-rejected",
  danger: "bg-danger",
  neutral: "bg-rule-strong",
  faint: "bg-rule",
  "stage-1": "bg-stage-1",
  "stage-2": "bg-stage-2",
  "stage-3": "bg-stage-3",
};

/** How a whole divides: one bar, each part named with its number below. */
export function StackedBar({ label, parts, legend = true }: StackedBarProps) {
  const shares = prepareShares(parts);
  return (
    <figure className="min-w-0" aria-label={label}>
      <p aria-hidden className="mb-1.5 font-medium">
        {label}
      </p>
      <div aria-hidden className="flex h-2.5 gap-px bg-sunken">
        {parts.map((part, index) => {
          const width = shares[index]?.width ?? 0;
          // A part of nothing would still leave its gap.
          return width === 0 ? null : (
            <div key={part.key} className={fills[part.tone]} style={{ width: `${width}%` }} />
          );
        })}
      </div>
      <figcaption className={legend ? "mt-2" : "sr-only"}>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {parts.map((part, index) => (
            <li key={part.key} className="flex items-center gap-1.5">
              <span aria-hidden className={clsx("size-2.5 shrink-0", fills[part.tone])} />
              <span className="text-ink-soft">{part.label}</span>
              <span>{formatInteger(part.value)}</span>
              <span className="text-ink-faint">{formatPercent(shares[index]?.share)}</span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

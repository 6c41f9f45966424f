"use client";

import type { ReactNode } from "react";
import { formatInteger } from "@/components/ui/format";
import { ChartFigure } from "./chart-figure";
import { prepareBars, type CountBar } from "./prepare-bars";

export interface CountBarsProps {
  readonly label: string;
  readonly caption?: ReactNode;
  /** What the rows are: "Reason". */
  readonly rowName: string;
  /** What is counted: "decisions". */
  readonly countName: string;
  /** What part of each bar is marked: "yours". */
  readonly partName?: string | undefined;
  readonly bars: readonly CountBar[];
}

/** Counts as bars from one line, the part that is marked first. */
export function CountBars({ label, caption, rowName, countName, partName, bars }: CountBarsProps) {
  const parts = partName === undefined ? [] : [partName];
  const table = {
    columns: [rowName, countName, ...parts],
    rows: bars.map((bar) => ({
      key: bar.key,
      cells: [bar.label, formatInteger(bar.count), ...parts.map(() => formatInteger(bar.part))],
    })),
  };
  return (
    <ChartFigure label={label} caption={caption} table={table}>
      <div className="border-t border-rule">
        {prepareBars(bars).map(({ key, label: name, count, width, partWidth }) => (
          <div
            key={key}
            className="grid grid-cols-[minmax(0,1fr)_4rem] items-center gap-x-4 border-b border-rule py-1.5 sm:grid-cols-[11rem_minmax(0,1fr)_4rem]"
          >
            <span className="col-span-2 min-w-0 wrap-anywhere sm:col-span-1">{name}</span>
            <span className="flex h-2.5 bg-sunken">
              <span className="bg-accent" style={{ width: `${String(partWidth)}%` }} />
              <span className="bg-rule-strong" style={{ width: `${String(width - partWidth)}%` }} />
            </span>
            <span className="text-right">{formatInteger(count)}</span>
          </div>
        ))}
      </div>
      {partName === undefined ? null : (
        <p className="mt-1 flex items-center gap-1.5 text-sm text-ink-soft">
          <span className="size-2.5 shrink-0 bg-accent" />
          {partName}
        </p>
      )}
    </ChartFigure>
  );
}

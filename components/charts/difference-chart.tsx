"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { ChartFigure } from "./chart-figure";
import { prepareDifferences, type DifferenceRow, type PreparedDifference } from "./prepare-differences";

export interface DifferenceChartProps {
  readonly label: string;
  readonly caption?: ReactNode;
  /** What the rows are: "Benchmark". */
  readonly rowName: string;
  /** What a row rests on: "items". */
  readonly countName: string;
  /** Who is better to the left of 0, and who to the right. */
  readonly left: string;
  readonly right: string;
  /** What a hollow dot says; nothing where no row is quiet. */
  readonly quietName: string;
  readonly rows: readonly DifferenceRow[];
  /** Names the file of a download. */
  readonly fileName: string;
}

/** A forest plot: differences with their intervals on one scale around 0, a row each, with the numbers beside it. */
export function DifferenceChart(props: DifferenceChartProps) {
  const { label, caption, rowName, countName, left, right, quietName, fileName } = props;
  const { rows, ticks, zero } = prepareDifferences(props.rows);
  const table = {
    columns: [rowName, "Difference in points", "95% interval", countName, "Test"],
    rows: rows.map(({ key, label: name, value, interval, count, note }) => ({
      key,
      cells: [name, value, interval, count, note],
    })),
  };
  const data = props.rows.map(({ label: name, value, low, high, count, note }) => ({
    [rowName.toLocaleLowerCase("en")]: name,
    difference: value,
    low,
    high,
    [countName]: count,
    test: note,
  }));
  return (
    <ChartFigure label={label} caption={caption} table={table} download={{ fileName, data }}>
      <div className="@container">
        <div className={clsx("grid text-xs text-ink-soft", WIDE)}>
          <div className="mx-2 mb-1 flex justify-between gap-x-4 @2xl:col-start-2">
            <span>← {left}</span>
            <span className="text-right">{right} →</span>
          </div>
        </div>
        <div className="border-t border-rule">
          {rows.map((row) => (
            <Row key={row.key} row={row} ticks={ticks} zero={zero} countName={countName} />
          ))}
        </div>
        <div className={clsx("grid", WIDE)}>
          <div className="relative mx-2 h-5 text-xs text-ink-faint @2xl:col-start-2">
            {ticks.map(({ at, label: tick }) => (
              <span key={tick} className="absolute top-1 -translate-x-1/2" style={{ left: `${String(at)}%` }}>
                {tick}
              </span>
            ))}
          </div>
        </div>
      </div>
      {rows.some(({ quiet }) => quiet) ? (
        <p className="mt-2 flex items-center gap-1.5 text-sm text-ink-soft">
          <span className="size-2.5 shrink-0 rounded-full border-2 border-accent bg-paper" />
          {quietName}
        </p>
      ) : null}
    </ChartFigure>
  );
}

const WIDE = "@2xl:grid-cols-[12rem_minmax(0,1fr)_13rem] gap-x-4";

interface RowProps {
  readonly row: PreparedDifference;
  readonly ticks: readonly { readonly at: number }[];
  readonly zero: number;
  readonly countName: string;
}

function Row({ row, ticks, zero, countName }: RowProps) {
  const { label, value, interval, count, note, dot, bar, quiet } = row;
  return (
    <div
      className={clsx("grid grid-cols-[minmax(0,1fr)_auto] items-center border-b border-rule py-1.5", WIDE)}
    >
      <span className="min-w-0 wrap-anywhere">{label}</span>
      <span className="max-w-56 text-right text-sm text-ink-soft @2xl:order-last @2xl:text-left">
        <span className={clsx(quiet ? "text-ink" : "font-semibold text-ink")}>{value}</span> {interval}
        <span className="block text-ink-faint">
          {count} {countName}, {note}
        </span>
      </span>
      <div className="relative col-span-2 mx-2 my-1 h-4 @2xl:col-span-1">
        {ticks.map(({ at }) => (
          <span key={at} className="absolute inset-y-0 w-px bg-rule" style={{ left: `${String(at)}%` }} />
        ))}
        <span
          className="absolute -inset-y-1 w-0.5 -translate-x-1/2 bg-ink-soft"
          style={{ left: `${String(zero)}%` }}
        />
        {bar === null ? null : (
          <span
            className={clsx(
              "absolute top-1/2 h-0.5 -translate-y-1/2",
              quiet ? "bg-rule-strong" : "bg-accent",
            )}
            style={{ left: `${String(bar.from)}%`, width: `max(1px, ${String(bar.width)}%)` }}
          />
        )}
        <span
          className={clsx(
            "absolute top-1/2 size-2.5 -translate-1/2 rounded-full border-2 border-accent",
            quiet ? "bg-paper" : "bg-accent",
          )}
          style={{ left: `${String(dot)}%` }}
        />
      </div>
    </div>
  );
}

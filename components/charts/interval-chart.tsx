"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { ChartFigure } from "./chart-figure";
import {
  FEW,
  prepareIntervals,
  type IntervalRow,
  type IntervalScale,
  type PreparedInterval,
} from "./prepare-intervals";

export interface IntervalChartProps extends IntervalScale {
  readonly label: string;
  readonly caption?: ReactNode;
  /** What the rows are: "Stage". */
  readonly rowName: string;
  /** What a value is: "alpha". */
  readonly valueName: string;
  /** What a row rests on: "items". */
  readonly countName: string;
  readonly rows: readonly IntervalRow[];
  /** What `against` of the rows is, in words. */
  readonly againstName?: string | undefined;
}

/** Values with their intervals, one row each on one scale: a dot, a bar, the numbers. */
export function IntervalChart(props: IntervalChartProps) {
  const { label, caption, rowName, valueName, countName, againstName } = props;
  const { rows, ticks, anyFew } = prepareIntervals(props.rows, props);
  const table = {
    columns: [rowName, valueName, "95% interval", countName],
    rows: rows.map(({ key, label: name, value, interval, count, why, few }) => ({
      key,
      cells: [why === null ? name : `${name}: ${why}`, value, interval, few ? `${count}, too few` : count],
    })),
  };
  return (
    <ChartFigure label={label} caption={caption} table={table}>
      <div className="@container">
        <div className="border-t border-rule">
          {rows.map((row) => (
            <Row key={row.key} row={row} ticks={ticks} countName={countName} />
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
      {anyFew || againstName !== undefined ? (
        <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
          {againstName === undefined ? null : (
            <span className="flex items-center gap-1.5">
              <span className="h-3 w-0.5 shrink-0 bg-ink-soft" />
              {againstName}
            </span>
          )}
          {anyFew ? (
            <span className="flex items-center gap-1.5">
              <span className="size-2.5 shrink-0 rounded-full border-2 border-accent bg-paper" />
              fewer than {FEW} {countName}: a hint, no finding
            </span>
          ) : null}
        </p>
      ) : null}
    </ChartFigure>
  );
}

/** Name, track and numbers beside each other where there is room for all three; else the track below. */
const WIDE = "@2xl:grid-cols-[12rem_minmax(0,1fr)_10rem] gap-x-4";

interface RowProps {
  readonly row: PreparedInterval;
  readonly ticks: readonly { readonly at: number }[];
  readonly countName: string;
}

function Row({ row, ticks, countName }: RowProps) {
  const { label, value, interval, count, why } = row;
  return (
    <div
      className={clsx("grid grid-cols-[minmax(0,1fr)_auto] items-center border-b border-rule py-1.5", WIDE)}
    >
      <span className="min-w-0 wrap-anywhere">{label}</span>
      <span className="max-w-40 text-right text-sm text-ink-soft @2xl:order-last @2xl:text-left">
        {why ?? (
          <>
            <span className="font-medium text-ink">{value}</span> {interval}
            <span className="block text-ink-faint">
              of {count} {countName}
            </span>
          </>
        )}
      </span>
      <Track row={row} ticks={ticks} />
    </div>
  );
}

function Track({ row, ticks }: Pick<RowProps, "row" | "ticks">) {
  const { dot, bar, against, few } = row;
  return (
    <div className="relative col-span-2 mx-2 my-1 h-4 @2xl:col-span-1">
      {ticks.map(({ at }) => (
        <span key={at} className="absolute inset-y-0 w-px bg-rule" style={{ left: `${String(at)}%` }} />
      ))}
      {bar === null ? null : (
        <span
          className={clsx("absolute top-1/2 h-0.5 -translate-y-1/2", few ? "bg-rule-strong" : "bg-accent")}
          style={{ left: `${String(bar.from)}%`, width: `max(1px, ${String(bar.width)}%)` }}
        />
      )}
      {against === null ? null : (
        <span
          className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-ink-soft"
          style={{ left: `${String(against)}%` }}
        />
      )}
      {dot === null ? null : (
        <span
          className={clsx(
            "absolute top-1/2 size-2.5 -translate-1/2 rounded-full border-2 border-accent",
            few ? "bg-paper" : "bg-accent",
          )}
          style={{ left: `${String(dot)}%` }}
        />
      )}
    </div>
  );
}

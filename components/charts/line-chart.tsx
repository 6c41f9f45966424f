"use client";

import { CartesianGrid, Line, LineChart as Chart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { formatInteger, UNKNOWN } from "@/components/ui/format";
import { prepareTimeSeries, type TimePoint } from "./prepare-time-series";

export interface LineChartProps {
  readonly label: string;
  /** Of one value: "tokens/s". */
  readonly unit: string;
  readonly points: readonly TimePoint[];
  /** Pixels; the place is kept while there is nothing to draw. */
  readonly height?: number;
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const tick = { fontSize: 12, fill: "var(--color-ink-faint)" };

/** A value over time, now at the right; its numbers as a table for screen readers. */
export function LineChart({ label, unit, points, height = 140 }: LineChartProps) {
  const series = prepareTimeSeries(points);
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{label}</span>
        <span>
          {formatValue(series.latest)} {unit}
        </span>
        <span className="text-sm text-ink-faint">peak {formatValue(series.peak)}</span>
      </figcaption>
      <div style={{ height }} aria-hidden>
        {series.points.length === 0 ? (
          <p className="flex h-full items-center border-y border-rule text-ink-faint">
            Nothing measured yet.
          </p>
        ) : (
          <ResponsiveContainer width="100%" height={height} minWidth={0}>
            <Chart
              data={[...series.points]}
              margin={{ top: 6, right: 4, bottom: 0, left: 0 }}
              accessibilityLayer={false}
            >
              <CartesianGrid vertical={false} stroke="var(--color-rule)" />
              <XAxis
                dataKey="at"
                type="number"
                domain={[...series.timeDomain]}
                ticks={[...series.timeTicks]}
                tickFormatter={(at: number) => clock.format(at)}
                tick={tick}
                tickLine={false}
                axisLine={{ stroke: "var(--color-rule-strong)" }}
                minTickGap={24}
              />
              <YAxis
                domain={[0, series.valueTicks.at(-1) ?? 1]}
                ticks={[...series.valueTicks]}
                tickFormatter={(value: number) => value.toLocaleString("en-GB")}
                tick={tick}
                tickLine={false}
                axisLine={false}
                width={56}
              />
              <Line
                dataKey="value"
                type="linear"
                stroke="var(--color-accent)"
                strokeWidth={1.5}
                dot={false}
                connectNulls={false}
                isAnimationActive={false}
              />
            </Chart>
          </ResponsiveContainer>
        )}
      </div>
      <table className="sr-only">
        <caption>
          {label}, {unit}
        </caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">{unit}</th>
          </tr>
        </thead>
        <tbody>
          {series.rows.map(({ at, value }) => (
            <tr key={at}>
              <th scope="row">{clock.format(at)}</th>
              <td>{formatValue(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function formatValue(value: number | null): string {
  if (value === null) return UNKNOWN;
  return value >= 10 ? formatInteger(value) : value.toFixed(1);
}

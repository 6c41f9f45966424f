"use client";

import type { ReactNode } from "react";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { ChartFigure } from "./chart-figure";
import { dayName, prepareColumns, type DayColumn } from "./prepare-columns";

export interface DayColumnsProps {
  readonly label: string;
  readonly caption?: ReactNode;
  /** Names of the series, in the order of the values; at most three. */
  readonly series: readonly string[];
  readonly days: readonly DayColumn[];
}

const HEIGHT = 160;
const FILLS = ["var(--color-accent)", "var(--color-rule-strong)", "var(--color-stage-1)"];
const tick = { fontSize: 12, fill: "var(--color-ink-faint)" };

/** Counts by day, stacked by series. */
export function DayColumns({ label, caption, series, days }: DayColumnsProps) {
  const { data, valueTicks, dayTicks, rows } = prepareColumns(days);
  return (
    <ChartFigure label={label} caption={caption} table={{ columns: ["Day", ...series], rows }}>
      <div style={{ height: HEIGHT }}>
        <ResponsiveContainer width="100%" height={HEIGHT} minWidth={0}>
          <BarChart
            data={[...data]}
            margin={{ top: 6, right: 4, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            barCategoryGap={2}
          >
            <CartesianGrid vertical={false} stroke="var(--color-rule)" />
            <XAxis
              dataKey="day"
              ticks={[...dayTicks]}
              tickFormatter={dayName}
              tick={tick}
              tickLine={false}
              interval={0}
              axisLine={{ stroke: "var(--color-rule-strong)" }}
            />
            <YAxis
              domain={[0, valueTicks.at(-1) ?? 1]}
              ticks={[...valueTicks]}
              tickFormatter={(value: number) => value.toLocaleString("en-GB")}
              tick={tick}
              tickLine={false}
              axisLine={false}
              width={44}
            />
            {series.map((name, index) => (
              <Bar
                key={name}
                dataKey={`s${String(index)}`}
                stackId="day"
                fill={FILLS[index] ?? "var(--color-accent)"}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <p className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
        {series.map((name, index) => (
          <span key={name} className="flex items-center gap-1.5">
            <span className="size-2.5 shrink-0" style={{ background: FILLS[index] }} />
            {name}
          </span>
        ))}
      </p>
    </ChartFigure>
  );
}

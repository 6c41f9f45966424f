"use client";

import type { ReactNode } from "react";
import { CartesianGrid, ErrorBar, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { formatPercent } from "@/components/ui/format";
import { ChartFigure } from "./chart-figure";
import { Legend } from "./legend";
import { PlacedMark } from "./placed-mark";
import { prepareIntervalLines, type IntervalSeries, type StepScale } from "./prepare-interval-lines";

export interface IntervalLineChartProps {
  readonly label: string;
  readonly caption?: ReactNode;
  /** What goes to the right: "Round", "k". */
  readonly xName: string;
  readonly scale: StepScale;
  /** A place on the axis in words; default the number. */
  readonly xWords?: (x: number) => string;
  /** What a line is: "Model", "Family". */
  readonly seriesName: string;
  /** What goes up: "pass@k". */
  readonly valueName: string;
  readonly series: readonly IntervalSeries[];
  /** Name of the files that the numbers can be taken as, without ending. */
  readonly fileName: string;
}

const HEIGHT = 260;
const tick = { fontSize: 12, fill: "var(--color-ink-faint)" };

/** Shares over rounds or over k: a line a series, an interval at each point, a gap where nothing was measured. */
export function IntervalLineChart(props: IntervalLineChartProps) {
  const { label, caption, xName, xWords = String, seriesName, valueName, fileName } = props;
  const { series, xDomain, xTicks, yDomain, yTicks, table, empty } = prepareIntervalLines(
    props.series,
    props,
  );
  const wordsAt = new Map(xTicks.map(({ at, x }) => [at, xWords(x)]));
  return (
    <ChartFigure label={label} caption={caption} table={table} download={{ fileName, data: table.data }}>
      {empty ? (
        <p className="flex items-center border-y border-rule text-ink-faint" style={{ height: HEIGHT }}>
          Nothing measured yet.
        </p>
      ) : (
        <>
          <p className="text-sm text-ink-soft">{valueName}</p>
          <div style={{ height: HEIGHT }}>
            <ResponsiveContainer width="100%" height={HEIGHT} minWidth={0}>
              <LineChart margin={{ top: 8, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
                <CartesianGrid vertical={false} stroke="var(--color-rule)" />
                <XAxis
                  dataKey="at"
                  type="number"
                  domain={[...xDomain]}
                  ticks={xTicks.map(({ at }) => at)}
                  tickFormatter={(at: number) => wordsAt.get(at) ?? ""}
                  interval={0}
                  tick={tick}
                  tickLine={false}
                  axisLine={{ stroke: "var(--color-rule-strong)" }}
                  allowDuplicatedCategory={false}
                />
                <YAxis
                  type="number"
                  domain={[...yDomain]}
                  ticks={[...yTicks]}
                  tickFormatter={(value: number) => formatPercent(value)}
                  tick={tick}
                  tickLine={false}
                  axisLine={false}
                  width={44}
                />
                {series.map(({ key, colour, shape, points }) => (
                  <Line
                    key={key}
                    data={[...points]}
                    dataKey="value"
                    type="linear"
                    stroke={colour}
                    strokeWidth={1.5}
                    connectNulls={false}
                    isAnimationActive={false}
                    dot={<PlacedMark mark={{ shape, colour }} />}
                  >
                    <ErrorBar
                      dataKey="error"
                      direction="y"
                      width={4}
                      stroke={colour}
                      strokeWidth={1.2}
                      isAnimationActive={false}
                    />
                  </Line>
                ))}
              </LineChart>
            </ResponsiveContainer>
          </div>
          <p className="text-right text-sm text-ink-soft">{xName}</p>
          <Legend label={seriesName} entries={series} />
        </>
      )}
    </ChartFigure>
  );
}

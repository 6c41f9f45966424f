"use client";

import type { ReactNode } from "react";
import { CartesianGrid, ErrorBar, ResponsiveContainer, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import { formatInteger, formatPercent } from "@/components/ui/format";
import { ChartFigure } from "./chart-figure";
import { Legend } from "./legend";
import { PlacedMark } from "./placed-mark";
import { prepareIntervalScatter, type ScatterNames, type ScatterPoint } from "./prepare-interval-scatter";

export interface IntervalScatterChartProps extends ScatterNames {
  readonly label: string;
  readonly caption?: ReactNode;
  readonly points: readonly ScatterPoint[];
  /** Name of the files that the numbers can be taken as, without ending. */
  readonly fileName: string;
}

const HEIGHT = 280;
const tick = { fontSize: 12, fill: "var(--color-ink-faint)" };

/** A share against a cost: one point a model, with its interval in both directions where there is one. */
export function IntervalScatterChart(props: IntervalScatterChartProps) {
  const { label, caption, pointName, xName, yName, fileName } = props;
  const { points, xDomain, xTicks, yDomain, yTicks, table } = prepareIntervalScatter(props.points, props);
  return (
    <ChartFigure label={label} caption={caption} table={table} download={{ fileName, data: table.data }}>
      {points.length === 0 ? (
        <p className="flex items-center border-y border-rule text-ink-faint" style={{ height: HEIGHT }}>
          Nothing measured yet.
        </p>
      ) : (
        <>
          <p className="text-sm text-ink-soft">{yName}</p>
          <div style={{ height: HEIGHT }}>
            <ResponsiveContainer width="100%" height={HEIGHT} minWidth={0}>
              <ScatterChart margin={{ top: 8, right: 20, bottom: 0, left: 0 }} accessibilityLayer={false}>
                <CartesianGrid stroke="var(--color-rule)" />
                <XAxis
                  type="number"
                  dataKey="x"
                  domain={[...xDomain]}
                  ticks={[...xTicks]}
                  tickFormatter={(value: number) => formatInteger(value)}
                  tick={tick}
                  tickLine={false}
                  axisLine={{ stroke: "var(--color-rule-strong)" }}
                />
                <YAxis
                  type="number"
                  dataKey="y"
                  domain={[...yDomain]}
                  ticks={[...yTicks]}
                  tickFormatter={(value: number) => formatPercent(value)}
                  tick={tick}
                  tickLine={false}
                  axisLine={false}
                  width={44}
                />
                {points.map((point) => (
                  <Scatter
                    key={point.key}
                    data={[point]}
                    isAnimationActive={false}
                    shape={<PlacedMark mark={point} />}
                  >
                    <ErrorBar
                      dataKey="yError"
                      direction="y"
                      width={4}
                      stroke={point.colour}
                      strokeWidth={1.2}
                      isAnimationActive={false}
                    />
                    <ErrorBar
                      dataKey="xError"
                      direction="x"
                      width={4}
                      stroke={point.colour}
                      strokeWidth={1.2}
                      isAnimationActive={false}
                    />
                  </Scatter>
                ))}
              </ScatterChart>
            </ResponsiveContainer>
          </div>
          <p className="text-right text-sm text-ink-soft">{xName}</p>
          <Legend label={pointName} entries={points} />
        </>
      )}
    </ChartFigure>
  );
}

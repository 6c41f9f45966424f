"use client";

import type { ReactNode } from "react";
import {
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
} from "recharts";
import { formatPercent } from "@/components/ui/format";
import { ChartFigure } from "./chart-figure";
import { prepareCalibration, type CalibrationPoint } from "./prepare-calibration";
import { FEW } from "./prepare-intervals";

export interface CalibrationChartProps {
  readonly label: string;
  readonly caption?: ReactNode;
  /** What goes to the right: "expected by the machine". */
  readonly atName: string;
  /** What goes up: "accepted by people". */
  readonly valueName: string;
  /** What a point is of: "items". */
  readonly countName: string;
  readonly points: readonly CalibrationPoint[];
  /** Draws the line on which both are the same. */
  readonly diagonal?: boolean;
}

const HEIGHT = 240;
const tick = { fontSize: 12, fill: "var(--color-ink-faint)" };
const ticks = [0, 0.25, 0.5, 0.75, 1];
const percent = (value: number): string => formatPercent(value);

/** What was seen against what was predicted, each point with its interval. */
export function CalibrationChart(props: CalibrationChartProps) {
  const { label, caption, atName, valueName, countName, diagonal = false } = props;
  const { points, rows, anyFew } = prepareCalibration(props.points, { few: FEW });
  const axis = {
    type: "number",
    domain: [0, 1],
    ticks,
    tickFormatter: percent,
    tick,
    tickLine: false,
  } as const;
  return (
    <ChartFigure
      label={label}
      caption={caption}
      table={{ columns: ["Bin", atName, valueName, "95% interval", countName], rows }}
    >
      <p className="text-sm text-ink-soft">{valueName}</p>
      <div style={{ height: HEIGHT }}>
        <ResponsiveContainer width="100%" height={HEIGHT} minWidth={0}>
          <ScatterChart margin={{ top: 8, right: 20, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--color-rule)" />
            <XAxis {...axis} dataKey="at" axisLine={{ stroke: "var(--color-rule-strong)" }} />
            <YAxis {...axis} dataKey="value" axisLine={false} width={44} />
            {diagonal ? (
              <ReferenceLine
                segment={[
                  { x: 0, y: 0 },
                  { x: 1, y: 1 },
                ]}
                stroke="var(--color-rule-strong)"
                strokeDasharray="4 4"
              />
            ) : null}
            {[false, true].map((few) => (
              <Scatter
                key={String(few)}
                data={points.filter((point) => point.few === few)}
                fill={few ? "var(--color-paper)" : "var(--color-accent)"}
                stroke="var(--color-accent)"
                strokeWidth={1.5}
                isAnimationActive={false}
              >
                <ErrorBar
                  dataKey="error"
                  direction="y"
                  width={5}
                  stroke={few ? "var(--color-rule-strong)" : "var(--color-accent)"}
                  strokeWidth={1.5}
                  isAnimationActive={false}
                />
              </Scatter>
            ))}
          </ScatterChart>
        </ResponsiveContainer>
      </div>
      <p className="text-right text-sm text-ink-soft">{atName}</p>
      <p className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
        {diagonal ? (
          <span className="flex items-center gap-1.5">
            <span className="w-4 shrink-0 border-t border-dashed border-rule-strong" />
            both the same
          </span>
        ) : null}
        {anyFew ? (
          <span className="flex items-center gap-1.5">
            <span className="size-2.5 shrink-0 rounded-full border-2 border-accent bg-paper" />
            fewer than {FEW} {countName}: a hint, no finding
          </span>
        ) : null}
      </p>
    </ChartFigure>
  );
}

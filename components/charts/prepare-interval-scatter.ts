import { formatInteger, formatPercent, UNKNOWN } from "@/components/ui/format";
import type { DrawnTable } from "./drawn-table";
import type { MarkShape } from "./marks";
import { valueTicks } from "./prepare-time-series";
import { shareTicks } from "./share-ticks";

interface Spread {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ScatterPoint {
  readonly key: string;
  readonly label: string;
  readonly colour: string;
  readonly shape: MarkShape;
  /** A count, such as tokens. */
  readonly x: Spread;
  /** A share in [0, 1]. */
  readonly y: Spread;
}

export interface ScatterNames {
  /** What a point is: "Model". */
  readonly pointName: string;
  /** "tokens an answer" */
  readonly xName: string;
  /** "pass@1" */
  readonly yName: string;
}

type Error = readonly [down: number, up: number] | null;

export interface PreparedScatter {
  readonly points: readonly {
    readonly key: string;
    readonly label: string;
    readonly colour: string;
    readonly shape: MarkShape;
    readonly x: number;
    readonly y: number;
    readonly xError: Error;
    readonly yError: Error;
  }[];
  readonly xTicks: readonly number[];
  readonly xDomain: readonly [number, number];
  readonly yTicks: readonly number[];
  readonly yDomain: readonly [number, number];
  readonly table: DrawnTable;
}

/** Everything that one point a model, with its intervals in both directions, shows. */
export function prepareIntervalScatter(
  input: readonly ScatterPoint[],
  { pointName, xName, yName }: ScatterNames,
): PreparedScatter {
  const points = input.filter(({ x, y }) => Number.isFinite(x.value) && Number.isFinite(y.value));
  const xTicks = valueTicks(Math.max(0, ...points.map(({ x }) => x.high ?? x.value)));
  return {
    points: points.map(({ key, label, colour, shape, x, y }) => ({
      key,
      label,
      colour,
      shape,
      x: x.value,
      y: y.value,
      xError: errorOf(x),
      yError: errorOf(y),
    })),
    xTicks,
    xDomain: [0, xTicks.at(-1) ?? 1],
    ...shareTicks(points.flatMap(({ y }) => [y.low ?? y.value, y.high ?? y.value])),
    table: {
      columns: [pointName, xName, "95% interval of it", yName, "95% interval"],
      rows: points.map(({ key, label, x, y }) => ({
        key,
        cells: [
          label,
          formatInteger(x.value),
          between(x, formatInteger),
          formatPercent(y.value, 1),
          between(y, (share) => formatPercent(share, 1)),
        ],
      })),
      data: points.map(({ label, x, y }) => ({
        point: label,
        x: x.value,
        xLow: x.low,
        xHigh: x.high,
        y: y.value,
        yLow: y.low,
        yHigh: y.high,
      })),
    },
  };
}

function errorOf({ value, low, high }: Spread): Error {
  return low === null || high === null ? null : [Math.max(0, value - low), Math.max(0, high - value)];
}

function between({ low, high }: Spread, words: (value: number) => string): string {
  return low === null || high === null ? UNKNOWN : `${words(low)} to ${words(high)}`;
}

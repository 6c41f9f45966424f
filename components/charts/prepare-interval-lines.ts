import { formatPercent, UNKNOWN } from "@/components/ui/format";
import type { DrawnTable } from "./drawn-table";
import type { MarkShape } from "./marks";
import { shareTicks } from "./share-ticks";

export interface IntervalPoint {
  /** On the axis to the right: a round, or k. */
  readonly x: number;
  /** A share in [0, 1]; null where it was not measured: the line breaks. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What the point is of, where it is not the series itself: a checkpoint's name. */
  readonly label?: string;
}

export interface IntervalSeries {
  readonly key: string;
  readonly label: string;
  readonly colour: string;
  readonly shape: MarkShape;
  readonly points: readonly IntervalPoint[];
}

/** `steps`: whole numbers, evenly spaced. `log2`: k = 1, 2, 4 ..., each doubling as wide as the last. */
export type StepScale = "steps" | "log2";

export interface PreparedLines {
  readonly series: readonly {
    readonly key: string;
    readonly label: string;
    readonly colour: string;
    readonly shape: MarkShape;
    /** In order of `at`; `value` null where the line breaks. `error`: how far down and up the interval goes. */
    readonly points: readonly {
      readonly at: number;
      readonly value: number | null;
      readonly error: readonly [down: number, up: number] | null;
    }[];
  }[];
  readonly xDomain: readonly [number, number];
  readonly xTicks: readonly { readonly at: number; readonly x: number }[];
  /** Shares; the scale reaches as far as the intervals do, and says where it begins. */
  readonly yDomain: readonly [number, number];
  readonly yTicks: readonly number[];
  readonly table: DrawnTable;
  /** Nothing was measured. */
  readonly empty: boolean;
}

export interface LineNames {
  readonly scale: StepScale;
  /** "Round", "k" */
  readonly xName: string;
  readonly seriesName: string;
  readonly valueName: string;
}

/** How far series at the same x stand beside each other, so that their intervals can be told apart. */
const SPREAD = 0.05;

/** Everything that lines with an interval at each point show. Missing is a gap, never zero. */
export function prepareIntervalLines(input: readonly IntervalSeries[], names: LineNames): PreparedLines {
  const place = (x: number): number => (names.scale === "log2" ? Math.log2(x) : x);
  const xs = [...new Set(input.flatMap(({ points }) => points.map(({ x }) => x)))].toSorted((a, b) => a - b);
  const series = input.map(({ key, label, colour, shape, points }, index) => {
    const byX = new Map(points.map((point) => [point.x, point]));
    const own = xs.filter((x) => x >= Math.min(...byX.keys()) && x <= Math.max(...byX.keys()));
    return {
      key,
      label,
      colour,
      shape,
      points: own.map((x) => {
        const { value, low, high } = measured(byX.get(x));
        const error =
          value === null || low === null || high === null
            ? null
            : ([Math.max(0, value - low), Math.max(0, high - value)] as const);
        return { at: place(x) + (index - (input.length - 1) / 2) * SPREAD, value, error };
      }),
    };
  });
  const reached = input.flatMap(({ points }) =>
    points.flatMap((point) => {
      const { value, low, high } = measured(point);
      return value === null ? [] : [low ?? value, high ?? value];
    }),
  );
  const places = xs.map(place);
  return {
    series,
    xDomain: [(places[0] ?? 0) - 0.3, (places.at(-1) ?? 1) + 0.3],
    xTicks: xs.map((x) => ({ at: place(x), x })),
    ...shareTicks(reached),
    table: tableOf(input, names),
    empty: reached.length === 0,
  };
}

function measured(point: IntervalPoint | undefined): Pick<IntervalPoint, "value" | "low" | "high"> {
  return point?.value === undefined || point.value === null || !Number.isFinite(point.value)
    ? { value: null, low: null, high: null }
    : point;
}

function tableOf(input: readonly IntervalSeries[], names: LineNames): DrawnTable {
  const { seriesName, xName, valueName } = names;
  const labelled = input.some(({ points }) => points.some(({ label }) => label !== undefined));
  const points = input.flatMap((series) => series.points.map((point) => ({ series, point })));
  return {
    columns: [seriesName, ...(labelled ? ["Model"] : []), xName, valueName, "95% interval"],
    rows: points.map(({ series, point }) => {
      const { value, low, high } = measured(point);
      return {
        key: `${series.key} ${String(point.x)} ${point.label ?? ""}`,
        cells: [
          series.label,
          ...(labelled ? [point.label ?? UNKNOWN] : []),
          String(point.x),
          formatPercent(value, 1),
          low === null || high === null ? UNKNOWN : `${formatPercent(low, 1)} to ${formatPercent(high, 1)}`,
        ],
      };
    }),
    data: points.map(({ series, point }) => {
      const { value, low, high } = measured(point);
      return {
        series: series.label,
        ...(labelled ? { model: point.label ?? null } : {}),
        [names.scale === "log2" ? "k" : "x"]: point.x,
        value,
        low,
        high,
      };
    }),
  };
}

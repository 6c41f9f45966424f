import { formatInteger, formatPercent } from "@/components/ui/format";

export interface CalibrationPoint {
  /** What was predicted, or what is binned: in [0, 1]. */
  readonly at: number;
  /** In words: "0.1 to 0.2". */
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export interface PreparedCalibration {
  /** In order of `at`; `error` as Recharts draws it: how far down and up the interval goes. */
  readonly points: readonly (CalibrationPoint & {
    readonly error: readonly [down: number, up: number];
    readonly few: boolean;
  })[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
  readonly anyFew: boolean;
}

/** Everything that a calibration chart shows: the share seen at each prediction, with its interval. */
export function prepareCalibration(
  input: readonly CalibrationPoint[],
  { few }: { readonly few: number },
): PreparedCalibration {
  const points = input
    .filter(({ at, value }) => Number.isFinite(at) && Number.isFinite(value))
    .toSorted((a, b) => a.at - b.at)
    .map((point) => ({
      ...point,
      error: [Math.max(0, point.value - point.low), Math.max(0, point.high - point.value)] as const,
      few: point.count < few,
    }));
  return {
    points,
    rows: points.map(({ label, at, value, low, high, count, few: rare }) => ({
      key: label,
      cells: [
        label,
        formatPercent(at),
        formatPercent(value),
        `${formatPercent(low)} to ${formatPercent(high)}`,
        rare ? `${formatInteger(count)}, too few` : formatInteger(count),
      ],
    })),
    anyFew: points.some((point) => point.few),
  };
}

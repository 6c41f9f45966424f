import { formatDecimal, formatInteger, formatPercent, UNKNOWN } from "@/components/ui/format";

export interface IntervalRow {
  readonly key: string;
  readonly label: string;
  /** Null where it cannot be computed; `why` says why. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What it rests on. */
  readonly count: number;
  readonly why?: string | undefined;
  /** What it is set against in this row, if anything: drawn as a mark. */
  readonly against?: number | null;
}

export interface IntervalScale {
  /** Shares in [0, 1], or a coefficient of agreement, from -1 or 0 to 1. */
  readonly kind: "share" | "coefficient";
}

export interface PreparedInterval {
  readonly key: string;
  readonly label: string;
  /** Places on the scale in percent; null where there is nothing to draw. */
  readonly dot: number | null;
  readonly bar: { readonly from: number; readonly width: number } | null;
  readonly against: number | null;
  /** The value in words: "0.62", "71%", or a dash. */
  readonly value: string;
  /** "0.51 to 0.73" */
  readonly interval: string;
  readonly count: string;
  /** Too few to lean on: drawn hollow, and said. */
  readonly few: boolean;
  readonly why: string | null;
}

export interface PreparedIntervals {
  readonly rows: readonly PreparedInterval[];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Some row rests on too few. */
  readonly anyFew: boolean;
}

/** Below so many a share or coefficient is a hint and no finding. */
export const FEW = 30;

/** Everything that rows of values with intervals show, on one scale. */
export function prepareIntervals(rows: readonly IntervalRow[], { kind }: IntervalScale): PreparedIntervals {
  const least = Math.min(0, ...rows.flatMap(({ low, value }) => [low ?? value ?? 0]));
  // Coefficients below chance are rare: the scale reaches down only where one is there.
  const from = kind === "coefficient" && least < 0 ? Math.max(-1, Math.floor(least * 4) / 4) : 0;
  const place = (value: number): number => ((Math.min(1, Math.max(from, value)) - from) / (1 - from)) * 100;
  const words = (value: number | null): string =>
    value === null ? UNKNOWN : kind === "share" ? formatPercent(value) : formatDecimal(value);
  const prepared = rows.map(({ key, label, value, low, high, count, why, against = null }) => ({
    key,
    label,
    dot: value === null ? null : place(value),
    bar: low === null || high === null ? null : { from: place(low), width: place(high) - place(low) },
    against: against === null ? null : place(against),
    value: words(value),
    interval: low === null || high === null ? UNKNOWN : `${words(low)} to ${words(high)}`,
    count: formatInteger(count),
    few: value !== null && count < FEW,
    why: value === null ? (why ?? null) : null,
  }));
  return { rows: prepared, ticks: ticksOf(from, words, place), anyFew: prepared.some(({ few }) => few) };
}

function ticksOf(
  from: number,
  words: (value: number) => string,
  place: (value: number) => number,
): PreparedIntervals["ticks"] {
  const step = from < -0.5 ? 0.5 : 0.25;
  const count = Math.round((1 - from) / step);
  return Array.from({ length: count + 1 }, (_, index) => {
    const value = from + index * step;
    return { at: place(value), label: words(value) };
  });
}

import { formatDecimal, formatInteger, UNKNOWN } from "@/components/ui/format";

export interface DifferenceRow {
  readonly key: string;
  readonly label: string;
  /** A difference of two shares, in [-1, 1]. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** What it rests on. */
  readonly count: number;
  /** Drawn hollow: nothing is claimed of it. */
  readonly quiet: boolean;
  /** What is said of it: "p = 0.02 after Holm". */
  readonly note: string;
}

export interface PreparedDifference {
  readonly key: string;
  readonly label: string;
  /** Places on the scale in percent of its width. */
  readonly dot: number;
  readonly bar: { readonly from: number; readonly width: number } | null;
  /** "+3.8" */
  readonly value: string;
  /** "1.2 to 6.4" */
  readonly interval: string;
  readonly count: string;
  readonly quiet: boolean;
  readonly note: string;
}

export interface PreparedDifferences {
  readonly rows: readonly PreparedDifference[];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Where no difference is. */
  readonly zero: number;
}

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5];
/** Ticks on each side of 0. */
const MOST_TICKS = 3;

/** Differences with their intervals, on one scale in points that is the same to both sides of 0. */
export function prepareDifferences(rows: readonly DifferenceRow[]): PreparedDifferences {
  const furthest = rows.reduce(
    (most, { value, low, high }) => Math.max(most, Math.abs(value), Math.abs(low ?? 0), Math.abs(high ?? 0)),
    0,
  );
  const step = STEPS.find((each) => furthest <= each * MOST_TICKS) ?? 0.5;
  const reach = Math.max(step, Math.ceil(furthest / step - 1e-9) * step);
  const place = (value: number): number =>
    ((Math.max(-reach, Math.min(reach, value)) + reach) / (2 * reach)) * 100;
  const sides = Math.round(reach / step);
  return {
    rows: rows.map(({ key, label, value, low, high, count, quiet, note }) => ({
      key,
      label,
      dot: place(value),
      bar: low === null || high === null ? null : { from: place(low), width: place(high) - place(low) },
      value: points(value, true),
      interval: low === null || high === null ? UNKNOWN : `${points(low)} to ${points(high)}`,
      count: formatInteger(count),
      quiet,
      note,
    })),
    ticks: Array.from({ length: 2 * sides + 1 }, (_, index) => {
      const value = (index - sides) * step;
      return { at: place(value), label: tickWords(value) };
    }),
    zero: place(0),
  };
}

function points(share: number, signed = false): string {
  const words = formatDecimal(Math.abs(share * 100), 1);
  if (words === "0.0") return words;
  return `${share < 0 ? "−" : signed ? "+" : ""}${words}`;
}

function tickWords(share: number): string {
  const whole = Math.round(share * 100);
  return whole === 0 ? "0" : `${whole < 0 ? "−" : "+"}${String(Math.abs(whole))}`;
}

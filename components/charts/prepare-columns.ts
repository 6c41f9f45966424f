import { formatInteger } from "@/components/ui/format";
import { valueTicks } from "./prepare-time-series";

export interface DayColumn {
  /** `2026-11-24` */
  readonly day: string;
  /** One number a series, in their order. */
  readonly values: readonly number[];
}

export interface PreparedColumns {
  /** A record a day, as Recharts reads it: `day`, then `s0`, `s1` ... */
  readonly data: readonly Readonly<Record<string, number | string>>[];
  readonly valueTicks: readonly number[];
  /** Days that are named below the axis: the first, the last and some between. */
  readonly dayTicks: readonly string[];
  /** Days with something, the newest first: the text alternative. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

const NAMED_DAYS = 4;
const dayMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** `24 Nov` */
export function dayName(day: string): string {
  return dayMonth.format(new Date(`${day}T00:00:00Z`));
}

/** Everything that columns of days, stacked by series, show. */
export function prepareColumns(days: readonly DayColumn[]): PreparedColumns {
  const totals = days.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const named = Array.from({ length: NAMED_DAYS }, (_, index) =>
    Math.round((index * (days.length - 1)) / (NAMED_DAYS - 1)),
  );
  return {
    data: days.map(({ day, values }) => ({
      day,
      ...Object.fromEntries(values.map((value, index) => [`s${String(index)}`, value])),
    })),
    valueTicks: valueTicks(Math.max(0, ...totals)),
    dayTicks: days.flatMap(({ day }, index) => (named.includes(index) ? [day] : [])),
    rows: days
      .filter((_, index) => (totals[index] ?? 0) > 0)
      .toReversed()
      .map(({ day, values }) => ({
        key: day,
        cells: [dayName(day), ...values.map((value) => formatInteger(value))],
      })),
  };
}

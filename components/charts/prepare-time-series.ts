/**
 * `components/charts` owns pictures of numbers: *prepare* is pure, tested and decides everything; *draw* decides
 * nothing. It knows no capability and alone imports Recharts. Its door is `index.ts`.
 */

export interface TimePoint {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** `null` where nothing was measured. */
  readonly value: number | null;
}

export interface TimeSeries {
  /** In order of time; `null` where the line breaks. */
  readonly points: readonly TimePoint[];
  readonly timeDomain: readonly [number, number];
  readonly timeTicks: readonly number[];
  readonly valueTicks: readonly number[];
  readonly latest: number | null;
  readonly peak: number | null;
  /** At most `ROWS` points, evenly chosen, the last among them: the text alternative. */
  readonly rows: readonly TimePoint[];
}

const ROWS = 10;
/** A pause of more than this many usual steps is a gap, not a line. */
const GAP_STEPS = 2.5;
const TIME_STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400,
].map((seconds) => seconds * 1000);

/** Everything a line over time shows. Missing is a gap, never zero; the value axis starts at zero. */
export function prepareTimeSeries(input: readonly TimePoint[]): TimeSeries {
  const points = withGaps(inOrder(input));
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const first = points[0]?.at ?? 0;
  const last = points.at(-1)?.at ?? 0;
  const measured = points.filter(({ value }) => value !== null);
  return {
    points,
    timeDomain: [first, Math.max(last, first + 1000)],
    timeTicks: timeTicks(first, last),
    valueTicks: valueTicks(Math.max(0, ...values)),
    latest: measured.at(-1)?.value ?? null,
    peak: values.length === 0 ? null : Math.max(...values),
    rows: evenly(measured, ROWS),
  };
}

function inOrder(input: readonly TimePoint[]): TimePoint[] {
  const byTime = new Map<number, number | null>();
  for (const { at, value } of input) {
    byTime.set(at, value !== null && Number.isFinite(value) ? value : null);
  }
  return Array.from(byTime, ([at, value]) => ({ at, value })).toSorted((a, b) => a.at - b.at);
}

function withGaps(points: readonly TimePoint[]): TimePoint[] {
  const steps = points.slice(1).map((point, index) => point.at - (points[index]?.at ?? point.at));
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (before === undefined || point.at - before.at <= usual * GAP_STEPS) return [point];
    return [{ at: before.at + usual, value: null }, point];
  });
}

function timeTicks(from: number, to: number): number[] {
  const step = TIME_STEPS.find((candidate) => (to - from) / candidate <= 5) ?? (to - from) / 5;
  if (step <= 0) return [from];
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) ticks.push(tick);
  return ticks;
}

/** 0 and two to four round numbers up to at least `most`. */
export function valueTicks(most: number): number[] {
  if (most <= 0) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(most));
  const step =
    [0.25, 0.5, 1, 2, 2.5, 5].map((factor) => factor * power).find((size) => most / size <= 4) ?? power * 5;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

function evenly<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, index) =>
    Math.round((index * (items.length - 1)) / (most - 1)),
  ).flatMap((position) => items.slice(position, position + 1));
}

import { unknown, type Estimate, type Interval } from "./estimate";
import { normalQuantile } from "./normal";
import { quantiles } from "./quantiles";

/** One figure of each cluster (problem); the statistic is its weighted mean. */
export interface ClusterColumn {
  readonly values: readonly number[];
  /** What each value counts, such as the answers behind a share. Default: 1 each. */
  readonly weights?: readonly number[];
}

export interface ClusterResampling {
  /** Numbers in [0, 1). The same stream gives the same interval. */
  readonly rng: () => number;
  /** @default 10000 */
  readonly rounds?: number;
  /** @default 0.95 */
  readonly confidence?: number;
  /** The smallest and largest value that a cluster could have. Default: 0 and 1. */
  readonly range?: Interval;
}

/**
 * Mean over problems with the percentile interval of the bootstrap that draws whole problems with replacement (cluster
 * bootstrap, Efron and Tibshirani 1993, chapter 13): the answers to one problem are no independent trials.
 *
 * Resampling cannot see past what was seen, so the interval is widened to what the unseen could do (the idea of
 * Anderson 1969): of n problems none was below the smallest value seen, yet with Wilson's confidence up to
 * u = z^2 / (n + z^2) of all problems could be, and each could be at the end of the range; the same above the largest.
 * Where all problems are right or all are wrong this is Wilson's interval over the problems; where the whole range was
 * seen it changes nothing.
 */
export function clusterBootstrap(values: readonly number[], resampling: ClusterResampling): Estimate {
  return clusterBootstraps([{ values }], resampling)[0] ?? unknown("empty");
}

/** The same for several figures of the same problems, which share their draws. */
export function clusterBootstraps(
  columns: readonly ClusterColumn[],
  { rng, rounds = 10_000, confidence = 0.95, range = { low: 0, high: 1 } }: ClusterResampling,
): Estimate[] {
  const tail = (1 - confidence) / 2;
  const drawn = resampledMeans(columns, rng, rounds);
  return columns.map((column, index) => {
    const value = weightedMeanOf(column);
    if (value === null) return unknown("empty");
    const means = (drawn[index] ?? new Float64Array()).filter((mean) => Number.isFinite(mean));
    const [low = value, high = value] = quantiles(means, [tail, 1 - tail]) ?? [];
    const unseen = withUnseen(column, value, { confidence, range });
    return {
      value,
      interval: { low: Math.min(low, unseen.low), high: Math.max(high, unseen.high) },
      reason: null,
    };
  });
}

function weightedMeanOf({ values, weights }: ClusterColumn): number | null {
  let sum = 0;
  let total = 0;
  for (const [index, value] of values.entries()) {
    const weight = weights?.[index] ?? 1;
    sum += weight * value;
    total += weight;
  }
  return total > 0 ? sum / total : null;
}

function withUnseen(
  { values, weights }: ClusterColumn,
  mean: number,
  { confidence, range }: { readonly confidence: number; readonly range: Interval },
): Interval {
  const seen = values.filter((_, index) => (weights?.[index] ?? 1) > 0);
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const share = (z * z) / (seen.length + z * z);
  const smallest = seen.reduce((least, value) => Math.min(least, value), range.high);
  const largest = seen.reduce((most, value) => Math.max(most, value), range.low);
  return {
    low: mean - share * (smallest - range.low),
    high: mean + share * (range.high - largest),
  };
}

/** Problems with the same figures are one row of the tally; a round costs one draw a problem and one sum a row. */
function resampledMeans(
  columns: readonly ClusterColumn[],
  rng: () => number,
  rounds: number,
): Float64Array[] {
  const clusters = columns[0]?.values.length ?? 0;
  const { rowOf, sums, totals, rows } = tally(columns, clusters);
  const means = columns.map(() => new Float64Array(rounds));
  const times = new Float64Array(rows);
  for (let round = 0; round < rounds; round++) {
    times.fill(0);
    for (let draw = 0; draw < clusters; draw++) {
      const row = rowOf[Math.floor(rng() * clusters)] ?? 0;
      times[row] = (times[row] ?? 0) + 1;
    }
    for (let column = 0; column < means.length; column++) {
      const into = means[column];
      if (into !== undefined)
        into[round] = dot(times, sums, column * rows) / dot(times, totals, column * rows);
    }
  }
  return means;
}

interface Tally {
  /** The row of each cluster. */
  readonly rowOf: Int32Array;
  readonly rows: number;
  /** Weight times value, and weight, of each row; column by column. */
  readonly sums: Float64Array;
  readonly totals: Float64Array;
}

function tally(columns: readonly ClusterColumn[], clusters: number): Tally {
  const known = new Map<string, number>();
  const firstOf: number[] = [];
  const rowOf = Int32Array.from({ length: clusters }, (_, cluster) => {
    const key = columns
      .map(({ values, weights }) => `${String(values[cluster])}/${String(weights?.[cluster])}`)
      .join(" ");
    const row = known.get(key) ?? known.size;
    if (row === known.size) {
      known.set(key, row);
      firstOf.push(cluster);
    }
    return row;
  });
  const cells = columns.flatMap(({ values, weights }) =>
    firstOf.map((cluster) => ({ value: values[cluster] ?? 0, weight: weights?.[cluster] ?? 1 })),
  );
  return {
    rowOf,
    rows: known.size,
    sums: Float64Array.from(cells, ({ value, weight }) => value * weight),
    totals: Float64Array.from(cells, ({ weight }) => weight),
  };
}

function dot(times: Float64Array, cells: Float64Array, from: number): number {
  let sum = 0;
  for (let row = 0; row < times.length; row++) sum += (times[row] ?? 0) * (cells[from + row] ?? 0);
  return sum;
}

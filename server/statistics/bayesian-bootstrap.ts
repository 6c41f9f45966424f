import type { Interval } from "./estimate";
import { gamma, normals } from "./gamma";
import { quantiles } from "./quantiles";

export interface Resampling {
  /** Numbers in [0, 1). The same stream gives the same interval. */
  readonly rng: () => number;
  /** @default 1000 */
  readonly rounds?: number;
  /** @default 0.95 */
  readonly confidence?: number;
}

/**
 * Percentile interval of a statistic over units by the Bayesian bootstrap (Rubin 1981): in each round every unit
 * weighs an exponential variable. Units that were rated alike are one entry with `times`, and weigh a gamma(times)
 * variable together, which is the same; so the cost does not grow with the number of units. No round loses a category
 * altogether, so the statistic exists in each.
 *
 * @param times - units behind each entry, all above 0
 */
export function bootstrapInterval(
  times: readonly number[],
  statistic: (weights: readonly number[]) => number,
  { rng, rounds = 1000, confidence = 0.95 }: Resampling,
): Interval | null {
  const normal = normals(rng);
  const drawn: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const value = statistic(times.map((count) => gamma(count, normal, rng)));
    if (Number.isFinite(value)) drawn.push(value);
  }
  const tail = (1 - confidence) / 2;
  const [low, high] = quantiles(drawn, [tail, 1 - tail]) ?? [];
  return low === undefined || high === undefined ? null : { low, high };
}

import type { Bucket } from "@/server/sphere/types";

export type BucketShares = Readonly<Record<Bucket, number>>;

/** Without any measurement. */
export const EVEN_SHARES: BucketShares = { easy: 1 / 3, mixed: 1 / 3, hard: 1 / 3 };

/** One problem as earlier root samples found it. */
export interface SolvedCount {
  readonly right: number;
  readonly samples: number;
}

/**
 * Shares of problems with all, some or none of `rootSamples` solutions right, from problems that were sampled
 * another number of times: a Beta distribution of the chance to be right is fitted by its first two moments.
 */
export function sharesForSamples(problems: readonly SolvedCount[], rootSamples: number): BucketShares {
  const seen = problems.filter(({ samples }) => samples > 1);
  if (seen.length === 0) return EVEN_SHARES;
  const mean = average(seen.map(({ right, samples }) => right / samples));
  const ofTwo = average(seen.map(({ right, samples }) => (right * (right - 1)) / (samples * (samples - 1))));
  if (mean <= 0) return { easy: 0, mixed: 0, hard: 1 };
  if (mean >= 1) return { easy: 1, mixed: 0, hard: 0 };
  // Chance that two samples agree beyond what independent ones would, kept away from its limits.
  const agreement = Math.min(0.99, Math.max(0.01, (ofTwo - mean ** 2) / (mean * (1 - mean))));
  const weight = 1 / agreement - 1;
  const easy = allOf(mean * weight, weight, rootSamples);
  const hard = allOf((1 - mean) * weight, weight, rootSamples);
  return { easy, mixed: Math.max(0, 1 - easy - hard), hard };
}

/** Chance of `n` successes in a row in a Polya urn with `side` of `all`. */
function allOf(side: number, all: number, n: number): number {
  let chance = 1;
  for (let drawn = 0; drawn < n; drawn++) chance *= (side + drawn) / (all + drawn);
  return chance;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

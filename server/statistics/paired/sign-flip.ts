export interface SignFlip {
  /** Two-sided. */
  readonly p: number;
  /** Over all signs, or over `rounds` random ones where the differences have no common step. */
  readonly exact: boolean;
}

export interface SignFlipOptions {
  /** Numbers in [0, 1); drawn from only where the test is not exact. */
  readonly rng: () => number;
  /** @default 10000 */
  readonly rounds?: number;
}

/** Most answers of a problem; so the finest step of a difference of two shares. */
const FINEST = 256;

/**
 * Sign-flip permutation test of per-problem differences (Fisher 1935): if A and B were the same, each difference could
 * as well have the other sign. p: the share of all ways to give signs whose sum is at least as far from 0.
 *
 * Differences of two avg@k are whole steps of 1/k, so the number of ways to each sum is found without listing them, and
 * the test is exact for any number of problems. Other differences are given `rounds` random signs; p is then
 * (hits + 1) / (rounds + 1) (Phipson and Smyth 2010), never 0.
 */
export function signFlip(
  differences: readonly number[],
  { rng, rounds = 10_000 }: SignFlipOptions,
): SignFlip {
  const sizes = differences.filter((difference) => difference !== 0).map((size) => Math.abs(size));
  const seen = Math.abs(differences.reduce((sum, difference) => sum + difference, 0));
  const steps = inSteps(sizes);
  if (steps !== null) {
    const sum = differences.reduce((total, difference) => total + Math.round(difference * steps.perOne), 0);
    return { p: exactTail(steps.sizes, Math.abs(sum)), exact: true };
  }
  let hits = 0;
  for (let round = 0; round < rounds; round++) {
    const sum = sizes.reduce((total, size) => total + (rng() < 0.5 ? size : -size), 0);
    if (Math.abs(sum) >= seen - 1e-9 * Math.max(1, seen)) hits += 1;
  }
  return { p: (hits + 1) / (rounds + 1), exact: false };
}

function inSteps(sizes: readonly number[]): { readonly perOne: number; readonly sizes: number[] } | null {
  for (let perOne = 1; perOne <= FINEST; perOne++) {
    if (sizes.every((size) => Math.abs(size * perOne - Math.round(size * perOne)) < 1e-9))
      return { perOne, sizes: sizes.map((size) => Math.round(size * perOne)) };
  }
  return null;
}

/** Chance that whole numbers with random signs sum to `least` or more, or to -`least` or less. */
function exactTail(sizes: readonly number[], least: number): number {
  if (least === 0) return 1;
  // The sum is 2 (those with a plus) - (all): it is enough to know the chances of the pluses.
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const chance = new Float64Array(all + 1);
  chance[0] = 1;
  let reached = 0;
  for (const size of sizes) {
    reached += size;
    for (let sum = reached; sum >= 0; sum--)
      chance[sum] = ((chance[sum] ?? 0) + (sum >= size ? (chance[sum - size] ?? 0) : 0)) / 2;
  }
  let tail = 0;
  for (let pluses = all; 2 * pluses - all >= least; pluses--) tail += chance[pluses] ?? 0;
  return Math.min(1, 2 * tail);
}

import { bitLength } from "./integer";

const LARGEST_PRIME = 1_000;

const PRIMES = primesUpTo(LARGEST_PRIME);

/**
 * A positive integer as prime powers. Trial division stops at 1,000: what is left over is given as one factor, which
 * may be composite, so two factorisations may differ where the numbers do not (the caller then compares numerically).
 */
export function factorise(n: bigint): readonly (readonly [factor: bigint, power: number])[] {
  const factors: [bigint, number][] = [];
  let rest = n;
  if (bitLength(n) > 4_000) return [[n, 1]];
  for (const prime of PRIMES) {
    if (rest === 1n) break;
    if (prime * prime > rest) break;
    let power = 0;
    while (rest % prime === 0n) {
      rest /= prime;
      power++;
    }
    if (power > 0) factors.push([prime, power]);
  }
  if (rest > 1n) factors.push([rest, 1]);
  return factors;
}

function primesUpTo(limit: number): readonly bigint[] {
  const primes: number[] = [];
  for (let n = 2; n <= limit; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes.map(BigInt);
}

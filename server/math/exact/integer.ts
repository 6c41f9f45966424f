import { LIMITS, OutOfBudget } from "../budget";

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

export function absolute(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** Bits of |n|, exact for small numbers and within four bits for large ones. */
export function bitLength(n: bigint): number {
  const size = absolute(n);
  return size <= SAFE ? Math.ceil(Math.log2(Number(size) + 1)) : size.toString(16).length * 4;
}

/** @throws OutOfBudget when both numbers are so long that Euclid's algorithm would be slow. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = absolute(a);
  let y = absolute(b);
  if (x <= SAFE && y <= SAFE) return BigInt(smallGcd(Number(x), Number(y)));
  if (y !== 0n && x % y === 0n) return y;
  if (Math.min(bitLength(x), bitLength(y)) > LIMITS.fractionBits) throw new OutOfBudget();
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function smallGcd(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** base^exponent for exponent >= 0, or null when the result would be too long to multiply out. */
export function integerPower(base: bigint, exponent: bigint): bigint | null {
  if (exponent === 0n || base === 1n) return 1n;
  if (base === 0n) return 0n;
  if (base === -1n) return exponent % 2n === 0n ? 1n : -1n;
  if (exponent > LIMITS.bits || bitLength(base) * Number(exponent) > LIMITS.bits) return null;
  return base ** exponent;
}

/** n! by halves, or null when it would be too long. */
export function factorial(n: bigint): bigint | null {
  if (n < 0n || n > 6_000n) return null;
  return rangeProduct(1n, n);
}

/** The binomial coefficient for integers n >= 0, or null when it would be too long. */
export function binomial(n: bigint, k: bigint): bigint | null {
  if (n < 0n) return null;
  if (k < 0n || k > n) return 0n;
  const small = k < n - k ? k : n - k;
  if (small > 3_000n || BigInt(bitLength(n)) * small > BigInt(LIMITS.bits)) return null;
  return rangeProduct(n - small + 1n, n) / rangeProduct(1n, small);
}

function rangeProduct(from: bigint, to: bigint): bigint {
  if (from > to) return 1n;
  if (to - from < 8n) {
    let product = from;
    for (let n = from + 1n; n <= to; n++) product *= n;
    return product;
  }
  const middle = (from + to) / 2n;
  return rangeProduct(from, middle) * rangeProduct(middle + 1n, to);
}

/** The largest r with r^degree <= n, for n >= 0 and degree >= 1 (Newton's method on integers). */
export function integerRoot(n: bigint, degree: number): bigint {
  if (n < 2n || degree === 1) return n;
  const bits = bitLength(n);
  if (degree >= bits + 4) return 1n;
  const d = BigInt(degree);
  let guess = 1n << BigInt(Math.ceil(bits / degree) + 1);
  for (;;) {
    const next = ((d - 1n) * guess + n / guess ** (d - 1n)) / d;
    if (next >= guess) return guess;
    guess = next;
  }
}

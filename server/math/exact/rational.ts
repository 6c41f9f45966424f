import { absolute, bitLength, gcd, integerPower } from "./integer";

/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HALF: Rational = { n: 1n, d: 2n };

export function integer(n: bigint | number): Rational {
  return { n: BigInt(n), d: 1n };
}

/** n/d in lowest terms. The denominator must not be zero. */
export function fraction(n: bigint, d: bigint): Rational {
  if (d === 1n) return { n, d };
  const divisor = gcd(n, d);
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return fraction(a.n + b.n, a.d);
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  return fraction(a.n * b.n, a.d * b.d);
}

/** a/b. The divisor must not be zero. */
export function divide(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.d, a.d * b.n);
}

export function equal(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function magnitude(a: Rational): Rational {
  return { n: absolute(a.n), d: a.d };
}

export function isInteger(a: Rational): boolean {
  return a.d === 1n;
}

export function floor(a: Rational): bigint {
  const quotient = a.n / a.d;
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient;
}

/** a^exponent, or null when it is too long to multiply out or divides by zero. */
export function power(a: Rational, exponent: bigint): Rational | null {
  if (exponent < 0n) return a.n === 0n ? null : power(divide(ONE, a), -exponent);
  const n = integerPower(a.n, exponent);
  const d = integerPower(a.d, exponent);
  return n === null || d === null ? null : { n, d };
}

/** The nearest double; infinite where the fraction is out of its range. */
export function toNumber(a: Rational): number {
  const n = Number(a.n);
  const d = Number(a.d);
  if (Number.isFinite(n) && Number.isFinite(d)) return n / d;
  const shift = Math.max(0, Math.min(bitLength(a.n), bitLength(a.d)) - 200);
  return Number(a.n >> BigInt(shift)) / Number(a.d >> BigInt(shift));
}

export function format(a: Rational): string {
  return a.d === 1n ? a.n.toString() : `${a.n}/${a.d}`;
}

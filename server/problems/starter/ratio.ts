/**
 * `starter` makes grade-school word problems from its own templates: exact numbers, a solution in steps, the
 * same problems for the same seed. It imports foundation's random numbers and nothing else.
 */

/** An exact rational number in lowest terms, denominator positive. Numbers here stay far below 2^53. */
export interface Ratio {
  readonly n: number;
  readonly d: number;
}

export function ratio(n: number, d = 1): Ratio {
  const sign = d < 0 ? -1 : 1;
  const common = gcd(Math.abs(n), Math.abs(d));
  return { n: (sign * n) / common, d: (sign * d) / common };
}

export const plus = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
export const over = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);

/** How a number is written: decimals where they end, a fraction, or money with cents when there are any. */
export type Style = "decimal" | "fraction" | "money";

export function write(value: Ratio, style: Style = "decimal"): string {
  if (value.d === 1) return String(value.n);
  if (style === "money" && 100 % value.d === 0) return (value.n / value.d).toFixed(2);
  if (style === "decimal" && 1_000 % value.d === 0) return String(value.n / value.d);
  return `${value.n < 0 ? "-" : ""}\\frac{${Math.abs(value.n)}}{${value.d}}`;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a || 1 : gcd(b, a % b);
}

import { bitLength, integerRoot } from "../exact/integer";

/**
 * Real numbers as multiples of 2^-BITS, for telling near-coincidences such as e^(pi sqrt 163) from equalities. Results
 * are good to about BITS - 40 bits; a null is a value out of range.
 */
export type Fixed = bigint;

export const BITS = 400n;
export const UNIT: Fixed = 1n << BITS;

/** Powers beyond this many bits are not computed. */
const RANGE = 4_000;

export function fromFraction(n: bigint, d: bigint): Fixed {
  return (n << BITS) / d;
}

export function times(a: Fixed, b: Fixed): Fixed {
  return (a * b) >> BITS;
}

export function over(a: Fixed, b: Fixed): Fixed | null {
  return b === 0n ? null : (a << BITS) / b;
}

function toDouble(a: Fixed): number {
  const shift = Math.max(0, bitLength(a) - 900);
  return (Number(a >> BigInt(shift)) / 2 ** 400) * 2 ** shift;
}

/** a^(1/degree) for a >= 0. */
export function root(a: Fixed, degree: number): Fixed | null {
  if (a < 0n || degree > 60) return null;
  return integerRoot(a << (BITS * BigInt(degree - 1)), degree);
}

export function wholePower(a: Fixed, exponent: number): Fixed | null {
  if (exponent < 0) {
    const positive = wholePower(a, -exponent);
    return positive === null ? null : over(UNIT, positive);
  }
  let result = UNIT;
  let square = a;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if (bitLength(square) > RANGE || bitLength(result) > RANGE) return null;
    if (rest % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}

export function exponential(x: Fixed): Fixed | null {
  if (bitLength(x) > 400 + 11) return null;
  // Halved sixteen times the series is short; squaring sixteen times undoes it at a cost of 16 bits.
  const halvings = 16 + Math.max(0, bitLength(x) - 400);
  const small = x >> BigInt(halvings);
  let sum = UNIT;
  let term = UNIT;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = times(term, small) / k;
    sum += term;
  }
  for (let k = 0; k < halvings; k++) sum = times(sum, sum);
  return sum;
}

export function logarithm(x: Fixed): Fixed | null {
  if (x <= 0n) return null;
  let y = BigInt(Math.round(Math.log(toDouble(x)) * 2 ** 50)) << (BITS - 50n);
  for (let round = 0; round < 4; round++) {
    const power = exponential(y);
    if (power === null) return null;
    const step = over(x - power, x + power);
    if (step === null) return null;
    y += 2n * step;
  }
  return y;
}

export function sine(x: Fixed): Fixed {
  const turn = 2n * pi();
  let reduced = x % turn;
  if (reduced > pi()) reduced -= turn;
  if (reduced < -pi()) reduced += turn;
  const square = times(reduced, reduced);
  let term = reduced;
  let sum = term;
  for (let k = 2n; term !== 0n && term !== -1n; k += 2n) {
    term = -times(term, square) / (k * (k + 1n));
    sum += term;
  }
  return sum;
}

export function cosine(x: Fixed): Fixed {
  return sine(pi() / 2n - x);
}

export function arctangent(x: Fixed): Fixed | null {
  let small = x;
  const halvings = 10;
  for (let k = 0; k < halvings; k++) {
    const hypotenuse = root(UNIT + times(small, small), 2);
    const next = hypotenuse === null ? null : over(small, UNIT + hypotenuse);
    if (next === null) return null;
    small = next;
  }
  return arctangentSeries(small) << BigInt(halvings);
}

function arctangentSeries(x: Fixed): Fixed {
  const square = times(x, x);
  let power = x;
  let sum = x;
  for (let k = 3n; power !== 0n && power !== -1n; k += 2n) {
    power = -times(power, square);
    sum += power / k;
  }
  return sum;
}

let computedPi: Fixed | null = null;

/** Machin: pi = 16 arctan(1/5) - 4 arctan(1/239). */
export function pi(): Fixed {
  computedPi ??= 16n * arctangentSeries(UNIT / 5n) - 4n * arctangentSeries(UNIT / 239n);
  return computedPi;
}

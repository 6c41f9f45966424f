import { expect, it } from "vitest";
import { arctangent, BITS, exponential, logarithm, pi, root, sine, UNIT } from "./fixed";
import type { Fixed } from "./fixed";

const PI = 31415926535897932384626433832795028841971693993751n;
const E = 27182818284590452353602874713526624977572470936999n;

function digits(value: Fixed | null): bigint {
  return ((value ?? 0n) * 10n ** 49n) >> BITS;
}

/** Equal to fifty digits, but for a last digit rounded down. */
function isClose(a: bigint, b: bigint): boolean {
  return a - b <= 1n && b - a <= 1n;
}

it("knows pi and e to fifty digits", () => {
  expect(isClose(digits(pi()), PI)).toBe(true);
  expect(isClose(digits(exponential(UNIT)), E)).toBe(true);
});

it("inverts what it computes", () => {
  const back = exponential(logarithm(7n * UNIT) ?? 0n);
  expect(isClose(digits(back), 7n * 10n ** 49n)).toBe(true);
  expect(isClose(digits(4n * (arctangent(UNIT) ?? 0n)), PI)).toBe(true);
  expect(isClose(digits(sine(pi() / 6n)), 5n * 10n ** 48n)).toBe(true);
  const two = root(2n * UNIT, 2) ?? 0n;
  expect(isClose(digits((two * two) >> BITS), 2n * 10n ** 49n)).toBe(true);
});

it("has no value outside its range", () => {
  expect(logarithm(-UNIT)).toBeNull();
  expect(exponential(UNIT << 20n)).toBeNull();
  expect(root(-UNIT, 2)).toBeNull();
});

import { expect, it } from "vitest";
import { binomial, bitLength, factorial, gcd, integerPower, integerRoot } from "./integer";

it.each([
  [0n, 2, 0n],
  [26n, 3, 2n],
  [27n, 3, 3n],
  [10n ** 60n - 1n, 2, 10n ** 30n - 1n],
  [10n ** 60n, 60, 10n],
])("takes the root of %s to degree %i as %s", (n, degree, root) => {
  expect(integerRoot(n, degree)).toBe(root);
});

it("computes factorials and binomials exactly, and gives up where they are too long", () => {
  expect(factorial(20n)).toBe(2_432_902_008_176_640_000n);
  expect(factorial(10n ** 9n)).toBeNull();
  expect(binomial(60n, 30n)).toBe(118_264_581_564_861_424n);
  expect(binomial(3n, 5n)).toBe(0n);
  expect(binomial(10n ** 5n, 5n * 10n ** 4n)).toBeNull();
});

it("refuses powers that would not fit", () => {
  expect(integerPower(2n, 100n)).toBe(1_267_650_600_228_229_401_496_703_205_376n);
  expect(integerPower(2n, 10n ** 12n)).toBeNull();
  expect(integerPower(-1n, 10n ** 12n + 1n)).toBe(-1n);
});

it("finds common divisors of small and long numbers", () => {
  expect(gcd(-12n, 18n)).toBe(6n);
  expect(gcd(3n ** 200n * 7n, 3n ** 150n * 11n)).toBe(3n ** 150n);
  expect(bitLength(255n)).toBe(8);
});

import { assert, double, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { formatP, formatPoints, intervalWords, pWords, unbroken } from "./figures-words";

describe("a difference in points", () => {
  it.each([
    [0.038, "+3.8"],
    [-0.02, "−2.0"],
    [0, "0.0"],
    [-0.0001, "0.0"],
    [1, "+100.0"],
  ])("of %s is %s", (difference, words) => {
    expect(formatPoints(difference)).toBe(words);
  });

  it("has an interval without plus signs, or none", () => {
    expect(intervalWords({ value: 0.038, low: 0.012, high: 0.064 })).toBe("1.2 to 6.4");
    expect(intervalWords({ value: 0, low: -0.02, high: 0.02 })).toBe("−2.0 to 2.0");
    expect(intervalWords({ value: 0, low: null, high: null })).toBe("–");
  });
});

describe("a p", () => {
  it.each([
    [0.00541, "0.0054"],
    [0.02, "0.02"],
    [0.868, "0.87"],
    [1, "1"],
    [0.9999, "> 0.99"],
    [0.0000004, "< 0.001"],
    [0.05, "0.05"],
    [0.0499, "0.0499"],
    [0.0502, "0.0502"],
    [0.049999, "just below 0.05"],
    [0.050001, "just above 0.05"],
  ])("of %s is %s", (p, words) => {
    expect(formatP(p)).toBe(words);
  });

  it("stands in a sentence with its sign", () => {
    expect([pWords(0.02), pWords(0.0001), pWords(0.99999)]).toEqual(["p = 0.02", "p < 0.001", "p > 0.99"]);
  });

  it("is never moved over the line of 0.05 by rounding", () => {
    assert(
      property(double({ min: 0.001, max: 0.994, noNaN: true }), (p) => {
        const shown = Number(formatP(p));
        if (Number.isNaN(shown)) return;
        expect(shown < 0.05).toBe(p < 0.05);
      }),
    );
  });
});

it("a sign and its number stay in one line", () => {
  expect(unbroken("McNemar p < 0.001; after Holm 0.02")).toBe("McNemar p\u00A0<\u00A00.001; after Holm 0.02");
  expect(unbroken("Holm over 5 benchmarks < 0.001.")).toBe("Holm over 5 benchmarks\u00A0<\u00A00.001.");
});

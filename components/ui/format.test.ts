import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatAgo,
  formatBytes,
  formatCount,
  formatDecimal,
  formatDuration,
  formatInteger,
  formatPercent,
  formatRate,
  UNKNOWN,
} from "./format";

describe("number formats", () => {
  it.each([
    [0, "0.0 s"],
    [420, "0.4 s"],
    [960, "1 s"],
    [12_000, "12 s"],
    [59_600, "1 min"],
    [200_000, "3 min 20 s"],
    [185_000, "3 min 05 s"],
    [7_500_000, "2 h 05 min"],
    [3_599_900, "1 h"],
    [86_399_000, "1 d"],
    [273_600_000, "3 d 4 h"],
    [-5, "0.0 s"],
  ])("duration %d ms is %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1000, "1 KB"],
    [1550, "1.6 KB"],
    [98_362_432, "98.4 MB"],
    [491_400_064, "491 MB"],
    [999_999_999, "1 GB"],
    [2e15, "2,000 TB"],
  ])("%d bytes are %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [0, 0, "0%"],
    [1, 0, "100%"],
    [0.999, 0, "99%"],
    [0.9999, 1, "99.9%"],
    [0.0001, 0, "<1%"],
    [0.4256, 1, "42.6%"],
  ])("fraction %d with %d digits is %s", (fraction, digits, text) => {
    expect(formatPercent(fraction, digits)).toBe(text);
  });

  it.each([
    [0, "0 tokens/s"],
    [0.123, "0.12 tokens/s"],
    [87.26, "87.3 tokens/s"],
    [1234.6, "1,235 tokens/s"],
  ])("rate %d is %s", (rate, text) => {
    expect(formatRate(rate)).toBe(text);
  });

  it.each([
    [3_000, "just now"],
    [-60_000, "just now"],
    [47_000, "40 s ago"],
    [61_000, "1 min ago"],
    [3 * 3_600_000, "3 h ago"],
  ])("%d ms before now is %s", (before, text) => {
    expect(formatAgo(1_000_000_000_000 - before, 1_000_000_000_000)).toBe(text);
  });

  it("counts with the right number of the noun", () => {
    expect(formatCount(1, "pair")).toBe("1 pair");
    expect(formatCount(0, "pair")).toBe("0 pairs");
    expect(formatCount(1204, "match", "matches")).toBe("1,204 matches");
  });

  it("shows what is not known as a dash", () => {
    const formats = [formatInteger, formatDecimal, formatPercent, formatBytes, formatDuration, formatRate];
    for (const format of formats) {
      expect([null, undefined, Number.NaN, Number.POSITIVE_INFINITY].map((value) => format(value))).toEqual([
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
      ]);
    }
  });

  it("never shows a part as the whole, nor something as nothing", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (fraction, digits) => {
          const text = formatPercent(fraction, digits);
          expect(text).not.toBe(formatPercent(0, digits));
          expect(text).not.toBe(formatPercent(1, digits));
        },
      ),
    );
  });
});

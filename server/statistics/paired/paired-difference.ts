import { unknown, type Estimate } from "../estimate";
import { wilson } from "../wilson";
import type { PairedCounts } from "./transitions";

/**
 * How much larger the share of B is than that of A on the same items, with the interval of Newcombe (1998, "Improved
 * confidence intervals for the difference between binomial proportions based on paired data", method 10): Wilson's
 * intervals of both shares, squared and added with their correlation, which is corrected for continuity.
 */
export function pairedDifference(counts: PairedCounts, confidence = 0.95): Estimate {
  const { both, onlyA, onlyB, neither } = counts;
  const items = both + onlyA + onlyB + neither;
  const a = wilson(both + onlyA, items, confidence);
  const b = wilson(both + onlyB, items, confidence);
  if (a.value === null || b.value === null || a.interval === null || b.interval === null)
    return unknown("empty");
  const phi = correlation(counts, items);
  const value = (onlyB - onlyA) / items;
  const together = (one: number, other: number): number =>
    Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
  return {
    value,
    interval: {
      low: value - together(b.value - b.interval.low, a.interval.high - a.value),
      high: value + together(b.interval.high - b.value, a.value - a.interval.low),
    },
    reason: null,
  };
}

function correlation({ both, onlyA, onlyB, neither }: PairedCounts, items: number): number {
  const margins = [both + onlyA, onlyB + neither, both + onlyB, onlyA + neither];
  if (margins.includes(0)) return 0;
  const excess = both * neither - onlyA * onlyB;
  const corrected = excess > 0 ? Math.max(excess - items / 2, 0) : excess;
  return margins.reduce((share, margin) => share / Math.sqrt(margin), corrected);
}

import type { Interval } from "../estimate";
import { smallestDetectable } from "./smallest-detectable";

/** What may be said of a difference. */
export type ClaimLevel = "real" | "not-shown" | "too-small-to-tell";

export interface Comparison {
  /** After Holm over the benchmarks compared. */
  readonly pAdjusted: number;
  /** Of the difference. */
  readonly interval: Interval | null;
  readonly items: number;
}

/** Two models of one family disagree on about this share of items (method, section 7). */
const USUAL_DISCORDANCE = 0.2;

/** A benchmark that finds no smaller difference than this cannot carry a claim alone. */
const COARSEST_CLAIM = 0.15;

/** Items that a benchmark needs to carry a claim alone. */
export function carriesClaim(items: number): boolean {
  return items > 0 && smallestDetectable({ items, discordance: USUAL_DISCORDANCE }) <= COARSEST_CLAIM;
}

/**
 * - `too-small-to-tell`: the items are too few to carry a claim alone, whatever was seen on them. What is found significant
 *   where only large differences can be is mostly exaggerated (Gelman and Carlin 2014).
 * - `real`: the adjusted p is below 0.05, and the 95% interval leaves 0 out.
 * - `not-shown`: otherwise. It does not say that the two are equal.
 */
export function claim({ pAdjusted, interval, items }: Comparison): ClaimLevel {
  if (!carriesClaim(items)) return "too-small-to-tell";
  const leavesOutZero = interval !== null && (interval.low > 0 || interval.high < 0);
  return pAdjusted < 0.05 && leavesOutZero ? "real" : "not-shown";
}

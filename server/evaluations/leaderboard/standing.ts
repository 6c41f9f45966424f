import type { ColumnVerdict, Standing } from "./board-view";

/** A finished number of one ranking. */
export interface RankedNumber {
  readonly modelId: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly items: number;
}

/**
 * Below so many items nothing is called best: at a hundred, McNemar finds 12 points at best (80% power, a fifth of the items
 * discordant), and what training gives is less than half of that (method §7.4, §9). AIME (30) and AMC (40) are far below.
 */
const FEW_ITEMS = 100;

/**
 * What the order of a column really says, from the intervals alone: the highest number is the best where its interval lies wholly
 * above every other one; else all whose intervals it reaches into are level with it. That is stricter than a paired
 * test on the same items, which the comparison of two gives.
 */
export function standingsOf(numbers: readonly RankedNumber[]): {
  readonly verdict: ColumnVerdict | null;
  readonly standings: ReadonlyMap<string, Standing>;
} {
  const none = { verdict: null, standings: new Map<string, Standing>() };
  const [first, ...others] = numbers.toSorted((a, b) => b.value - a.value);
  if (first === undefined || others.length === 0) return none;
  if (first.items < FEW_ITEMS) return { ...none, verdict: { kind: "few", items: first.items } };
  const floor = Math.min(first.low ?? 0, first.value);
  const level = others.filter(({ value, high }) => Math.max(high ?? 1, value) >= floor);
  if (level.length === 0) {
    return {
      verdict: { kind: "best", modelId: first.modelId },
      standings: new Map([[first.modelId, "best"]]),
    };
  }
  return {
    verdict: { kind: "level", models: level.length + 1 },
    standings: new Map([first, ...level].map(({ modelId }) => [modelId, "level"])),
  };
}

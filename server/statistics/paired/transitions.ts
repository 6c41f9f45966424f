import type { Estimate } from "../estimate";
import { wilson } from "../wilson";

/** One answer of A and one of B to each item: how many both have right, only one, or neither. */
export interface PairedCounts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/** What changes from A to B. */
export interface Transitions {
  readonly counts: PairedCounts;
  readonly items: number;
  readonly wrongToRight: number;
  readonly rightToWrong: number;
  /** Of what A has right, the share that B has right too, with Wilson's interval; unknown where A has nothing right. */
  readonly preservation: Estimate;
}

export function transitions(
  pairs: readonly { readonly a: boolean; readonly b: boolean }[],
  confidence = 0.95,
): Transitions {
  const count = (a: boolean, b: boolean): number =>
    pairs.reduce((sum, pair) => (pair.a === a && pair.b === b ? sum + 1 : sum), 0);
  const counts = {
    both: count(true, true),
    onlyA: count(true, false),
    onlyB: count(false, true),
    neither: count(false, false),
  };
  return {
    counts,
    items: pairs.length,
    wrongToRight: counts.onlyB,
    rightToWrong: counts.onlyA,
    preservation: wilson(counts.both, counts.both + counts.onlyA, confidence),
  };
}

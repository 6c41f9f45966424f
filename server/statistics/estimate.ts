export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Why a figure cannot be computed. */
export type UnknownReason = keyof typeof UNKNOWN_WORDS;

/** Each reason in plain words. */
export const UNKNOWN_WORDS = {
  empty: "There is nothing to count yet.",
  "no-overlap": "No item has the decisions of two people.",
  "one-category": "Everybody always gave the same answer, so chance cannot be told from agreement.",
  "unequal-raters": "Items were decided by unequal numbers of people.",
} as const;

/** A figure with its interval, or the reason why there is none; never NaN. */
export type Estimate =
  | { readonly value: number; readonly interval: Interval | null; readonly reason: null }
  | { readonly value: null; readonly interval: null; readonly reason: UnknownReason };

export function unknown(reason: UnknownReason): Estimate {
  return { value: null, interval: null, reason };
}

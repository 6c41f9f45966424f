import { isRight } from "../terminal";
import type { Bucket, Chain } from "../types";

/** What a search comes to; null where a side has no solution at all. */
export interface Solutions {
  readonly best: Chain | null;
  readonly worst: Chain | null;
}

/**
 * Which stage a searched problem feeds (method: 4, 5.1): hard where Sol_max is wrong, easy where both are right.
 * A right answer that goes on repeating itself is no mistake to learn from.
 */
export function bucketOfSides({ best, worst }: Solutions): Bucket {
  if (best === null || !isRight(best)) return "hard";
  return worst === null || worst.verdict === "correct" ? "easy" : "mixed";
}

import type { ComparedCell } from "@/server/evaluations/comparison/comparison.schema";

/** How an item came out for both, as it stands in a list. */
export const CELL_WORDS: Readonly<Record<ComparedCell, string>> = {
  both: "both right",
  "only-a": "only A right",
  "only-b": "only B right",
  neither: "both wrong",
  "more-a": "A does better",
  "more-b": "B does better",
  same: "equally well",
};

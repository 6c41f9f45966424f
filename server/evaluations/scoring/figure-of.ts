import type { Estimate } from "@/server/statistics";
import type { Figure } from "../score.schema";

/** An estimate as it is stored. One of nothing (every call failed) is 0 without an interval. */
export function figureOf({ value, interval }: Estimate): Figure {
  return { value: value ?? 0, low: interval?.low ?? null, high: interval?.high ?? null };
}

import { formatDecimal } from "@/components/ui/format";
import type { LineGrading } from "@/server/problems/problems.schema";

const KINDS = {
  integer: "whole numbers, without rounding",
  numeric: "numbers",
  expression: "expressions, in which letters are never units",
} as const;

/** A rule of grading in plain words, part by part. */
export function gradingWords({ tolerance, unit, orderFree, kind }: LineGrading): string[] {
  const words: string[] = [];
  if (kind !== undefined) words.push(KINDS[kind]);
  if (tolerance !== undefined) words.push(`off by at most ${plainNumber(tolerance)}`);
  if (unit !== undefined) words.push(`unit ${unit}, kept apart from the answer`);
  if (orderFree !== undefined)
    words.push(orderFree ? "in any order, also in brackets" : "in the order given");
  return words;
}

/** A tolerance as it was written: 0.1, 1e-9. */
const plainNumber = (value: number): string =>
  value >= 0.01 && value < 1_000
    ? formatDecimal(value, Number.isInteger(value) ? 0 : 3).replace(/0+$/, "")
    : String(value);

import type { LineGrading } from "@/server/problems/problems.schema";

/** The rules by which an item's answers are compared, in plain words: "numbers, within 0.01; unit cm". */
export function gradingWords({ kind, tolerance, unit, orderFree }: LineGrading): string {
  const kinds = {
    integer: "whole numbers",
    numeric: "numbers",
    expression: "expressions: letters are variables",
  } as const;
  const words = [
    ...(kind === undefined ? [] : [kinds[kind]]),
    ...(tolerance === undefined ? [] : [`within ${String(tolerance)}`]),
    ...(unit === undefined ? [] : [`in ${unit}`]),
    ...(orderFree === undefined ? [] : [orderFree ? "in any order" : "in this order"]),
  ];
  return words.length === 0 ? "the usual ones" : words.join(", ");
}

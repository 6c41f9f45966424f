import { formatCount, formatInteger } from "@/components/ui/format";
import type { BenchmarkComparison } from "@/server/evaluations/comparison/comparison-view";

/** What of the items counts nowhere, and what counts as wrong though there is no answer. */
export function countedWords({ items, evaluations, a, b }: BenchmarkComparison): string[] {
  const leftOut = evaluations.a.subset.items - items;
  return [
    ...(leftOut > 0
      ? [
          `${formatInteger(leftOut)} of ${formatCount(evaluations.a.subset.items, "item")} ${leftOut === 1 ? "is" : "are"} left out for both: the reference is known to be bad, or an answer has no verdict of this grader.`,
        ]
      : []),
    ...[["A", a] as const, ["B", b] as const].flatMap(([name, { failed }]) =>
      failed === 0
        ? []
        : [
            `${formatCount(failed, "item")} of ${name} ${failed === 1 ? "has" : "have"} a call that failed: what is missing counts as wrong.`,
          ],
    ),
  ];
}

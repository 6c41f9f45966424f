import { formatCount, formatInteger } from "@/components/ui/format";
import type { FamilyCell, FamilyComparison } from "@/server/evaluations/comparison/comparison-view";

/** What came of comparing a base with all its checkpoints, in one sentence. */
export function familyWords({ rows, tests }: Pick<FamilyComparison, "tests"> & FamilyRows): string {
  if (tests === 0) return "None of the checkpoints has numbers that may be compared with those of the base.";
  const cells = rows.flatMap(({ compared }) => compared);
  const count = (test: (cell: FamilyCell) => boolean): number => cells.filter((cell) => test(cell)).length;
  const better = count(({ claim, difference }) => claim === "real" && difference.value > 0);
  const worse = count(({ claim, difference }) => claim === "real" && difference.value < 0);
  const few = count(({ claim }) => claim === "too-small-to-tell");
  const open = tests - better - worse - few;
  const parts = [
    `${formatInteger(better)} ${better === 1 ? "is" : "are"} better than the base`,
    `${formatInteger(worse)} worse`,
    ...(open > 0 ? [`${formatInteger(open)} ${open === 1 ? "shows" : "show"} no difference`] : []),
    ...(few > 0 ? [`${formatInteger(few)} ${few === 1 ? "has" : "have"} too few items for a claim`] : []),
  ];
  return `Of ${formatCount(tests, "comparison")}, ${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}.`;
}

interface FamilyRows {
  readonly rows: readonly { readonly compared: readonly FamilyCell[] }[];
}

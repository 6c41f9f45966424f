import { grouped } from "@/server/foundation/grouped";
import type { ItemProblem } from "./comparison.repo";
import type { ComparedSlice } from "./comparison-view";
import { countCells, rightOf, sliceDifference, type PairedItem, type Resampled } from "./paired-figures";

const BY = ["level", "subject"] as const;

/** The items cut by level and by subject, each with its counts and difference; a cut with one part alone says nothing and is left out. */
export function slicesOf(
  items: readonly PairedItem[],
  problems: readonly ItemProblem[],
  resampled: Resampled,
): ComparedSlice[] {
  const problemOf = new Map(problems.map((problem) => [problem.id, problem]));
  return BY.flatMap((by) => {
    const named = items.flatMap((item) => {
      const name = problemOf.get(item.problemId)?.[by] ?? null;
      return name === null ? [] : [{ name, item }];
    });
    const parts = grouped(named, ({ name }) => name);
    if (parts.size < 2) return [];
    return [...parts]
      .toSorted(([one], [other]) => one.localeCompare(other, "en", { numeric: true }))
      .map(([name, members]) => [name, members.map(({ item }) => item)] as const)
      .map(([name, part]): ComparedSlice => ({
        by,
        name,
        items: part.length,
        a: shareOf(part, "a", resampled),
        b: shareOf(part, "b", resampled),
        cells: countCells(part, resampled),
        difference: sliceDifference(part, resampled),
      }));
  });
}

function shareOf(part: readonly PairedItem[], side: "a" | "b", resampled: Resampled): number {
  const right = part.reduce((sum, item) => sum + rightOf(item[side], resampled), 0);
  return right / (part.length * resampled.samples);
}

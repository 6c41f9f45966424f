import type { ItemProblem } from "./comparison.repo";
import type { CompareItemsInput, ComparedCell } from "./comparison.schema";
import { cellOf, type PairedItem, type PairedPass } from "./paired-figures";

/** An item of both with its problem. */
export interface ComparedPair {
  readonly problem: ItemProblem;
  readonly item: PairedItem;
  readonly cell: ComparedCell;
}

export type ComparedFilter = Pick<CompareItemsInput, "cell" | "level" | "subject" | "text">;

/** The items of both in the benchmark's order, each with its problem and cell. */
export function withProblems(
  items: readonly PairedItem[],
  problems: readonly ItemProblem[],
  pass: PairedPass,
): ComparedPair[] {
  const byId = new Map(items.map((item) => [item.problemId, item]));
  return problems.flatMap((problem) => {
    const item = byId.get(problem.id);
    return item === undefined ? [] : [{ problem, item, cell: cellOf(item, pass) }];
  });
}

export function filterItems(pairs: readonly ComparedPair[], filter: ComparedFilter): ComparedPair[] {
  const wanted = filter.text.toLocaleLowerCase("en");
  return pairs.filter(
    ({ problem, cell }) =>
      (filter.cell === null || cell === filter.cell) &&
      (filter.level === null || problem.level === filter.level) &&
      (filter.subject === null || problem.subject === filter.subject) &&
      (wanted === "" ||
        [problem.statement, problem.answer, problem.externalId].some((text) =>
          text.toLocaleLowerCase("en").includes(wanted),
        )),
  );
}

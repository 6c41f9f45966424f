import type { Db } from "@/db/client";
import type { ItemAnswers } from "../scoring/item-answers";
import { problemsOf, type ItemProblem } from "./comparison.repo";
import { COMPARED_ITEMS_A_PAGE, type CompareItemsInput } from "./comparison.schema";
import type { ComparedItems, ItemSideSummary } from "./comparison-view";
import { filterItems, withProblems } from "./filter-items";
import { answersOf, countCells, rightOf, type PairedPass } from "./paired-figures";
import { readPair } from "./read-pair";
import { requirePair } from "./require-pair";
import { comparedModel } from "./subjects.service";

/** Characters of a statement that a list shows. */
const LONGEST_STATEMENT = 400;

/** Items of both by how they came out, a page at a time. */
export function compareItems(db: Db, input: CompareItemsInput): ComparedItems {
  const { subjects, benchmark, pair, pass } = requirePair(db, input);
  const items = readPair(db, pair);
  const all = withProblems(items, problemsOf(db, pair.a.id), pass);
  const found = filterItems(all, input);
  const from = (input.page - 1) * COMPARED_ITEMS_A_PAGE;
  return {
    a: comparedModel(db, subjects.models, subjects.a.model),
    b: comparedModel(db, subjects.models, subjects.b.model),
    benchmark,
    pass: input.pass,
    samples: pass.samples,
    subset: pair.a.subset,
    cells: countCells(items, pass),
    levels: distinct(
      all.map(({ problem }) => problem),
      "level",
    ),
    subjects: distinct(
      all.map(({ problem }) => problem),
      "subject",
    ),
    items: found.slice(from, from + COMPARED_ITEMS_A_PAGE).map(({ problem, item, cell }) => ({
      problemId: problem.id,
      externalId: problem.externalId,
      statement: problem.statement.slice(0, LONGEST_STATEMENT),
      answer: problem.answer,
      level: problem.level,
      subject: problem.subject,
      cell,
      a: summaryOf(item.a, pass),
      b: summaryOf(item.b, pass),
    })),
    total: found.length,
  };
}

function summaryOf(item: ItemAnswers, pass: PairedPass): ItemSideSummary {
  const answers = answersOf(item, pass);
  return {
    right: rightOf(item, pass),
    extracted: answers[0]?.extracted ?? null,
    truncated: answers.some(({ truncated }) => truncated),
    failed: item.failed,
  };
}

function distinct(problems: readonly ItemProblem[], of: "level" | "subject"): string[] {
  return [...new Set(problems.flatMap((problem) => problem[of] ?? []))].toSorted((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
}

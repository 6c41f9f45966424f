import { inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { problems } from "@/db/schema";
import { getEvaluation } from "../work/lifecycle.service";
import type { EvaluationView } from "../evaluation-view";
import type { ItemStatus } from "../evaluations.schema";
import { outcomesOf, type ItemTally } from "./outcomes";
import { type ItemFilter, type ItemOutcome, type ListItems } from "./reading.schema";
import { expectedAnswers, passCells, type ItemPasses } from "./pass-cells";
import { readItemFacets, readTallies } from "./tallies.repo";

export interface EvaluationItem {
  readonly problemId: string;
  readonly externalId: string;
  readonly statement: string;
  readonly answer: string;
  readonly level: string | null;
  readonly subject: string | null;
  readonly position: number;
  readonly status: ItemStatus;
  readonly passes: ItemPasses;
  readonly outcomes: readonly ItemOutcome[];
}

export interface EvaluationItems {
  readonly items: readonly EvaluationItem[];
  /** Items that the whole filter lets through. */
  readonly total: number;
  /** How many of those that the other parts of the filter let through have each outcome; null: not counted. */
  readonly counts: Readonly<Record<ItemOutcome, number | null>>;
  readonly levels: readonly string[];
  readonly subjects: readonly string[];
}

/**
 * One page of an evaluation's items in their order, as the grader whose numbers are shown has them.
 * @throws AppError when there is no such evaluation
 */
export function listItems(db: Db, { evaluationId, page, pageSize, ...filter }: ListItems): EvaluationItems {
  const evaluation = getEvaluation(db, evaluationId);
  const { found, counts } = findItems(db, evaluation, filter);
  const shown = found.slice((page - 1) * pageSize, page * pageSize);
  const ids = shown.map(({ tally }) => tally.problemId);
  const texts = new Map(
    db
      .select({
        id: problems.id,
        externalId: problems.externalId,
        statement: problems.statement,
        answer: problems.answer,
        level: problems.level,
        subject: problems.subject,
      })
      .from(problems)
      .where(inArray(problems.id, ids))
      .all()
      .map((problem) => [problem.id, problem]),
  );
  const cellsOf = passCells(db, evaluation, ids);
  return {
    items: shown.flatMap(({ tally, outcomes }) => {
      const problem = texts.get(tally.problemId);
      if (problem === undefined) return [];
      const { id: problemId, ...facts } = problem;
      const { position, status } = tally;
      return [{ problemId, ...facts, position, status, passes: cellsOf(problemId), outcomes }];
    }),
    total: found.length,
    counts,
    ...readItemFacets(db, evaluationId),
  };
}

interface FoundItem {
  readonly tally: ItemTally;
  readonly outcomes: readonly ItemOutcome[];
}

/** The items that the filter lets through, in order, and how many there are of each outcome without its part of it. */
export function findItems(db: Db, evaluation: EvaluationView, { outcome, ...filter }: ItemFilter) {
  const { id: evaluationId, scoredWith: graderVersion, protocol } = evaluation;
  const expected = expectedAnswers(protocol, filter.pass);
  const withTruncated = outcome === "truncated";
  const all: FoundItem[] = readTallies(db, {
    evaluationId,
    graderVersion,
    withTruncated,
    ...filter,
  }).map((tally) => ({
    tally,
    outcomes: outcomesOf(tally, expected),
  }));
  const having = (each: ItemOutcome): FoundItem[] => all.filter(({ outcomes }) => outcomes.includes(each));
  return {
    found: outcome === null ? all : having(outcome),
    counts: countsOf((each) => (each === "truncated" && !withTruncated ? null : having(each).length)),
  };
}

function countsOf(count: (outcome: ItemOutcome) => number | null): EvaluationItems["counts"] {
  return {
    right: count("right"),
    mixed: count("mixed"),
    wrong: count("wrong"),
    "no-answer": count("no-answer"),
    truncated: count("truncated"),
    failed: count("failed"),
    "graders-differ": count("graders-differ"),
    "left-out": count("left-out"),
    open: count("open"),
  };
}

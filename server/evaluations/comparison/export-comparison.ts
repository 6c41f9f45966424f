import type { Db } from "@/db/client";
import type { ItemAnswers } from "../scoring/item-answers";
import { problemsOf } from "./comparison.repo";
import type { CompareBenchmarkInput, ComparedCell } from "./comparison.schema";
import { withProblems } from "./filter-items";
import { answersOf, rightOf, type PairedPass } from "./paired-figures";
import { readPair } from "./read-pair";
import { requirePair } from "./require-pair";

/** One item of a comparison as a file holds it: enough to compute every figure of the page again. */
export interface ExportedItem {
  readonly id: string;
  readonly level: string | null;
  readonly subject: string | null;
  readonly reference: string;
  readonly cell: ComparedCell;
  readonly a: ExportedSide;
  readonly b: ExportedSide;
}

export interface ExportedSide {
  /** Right answers among those asked for. */
  readonly right: number;
  /** Answers asked for. */
  readonly asked: number;
  /** Answers read, in the order of the samples; null where none was found. */
  readonly answers: readonly (string | null)[];
  readonly correct: readonly boolean[];
  readonly tokens: readonly number[];
  readonly truncated: readonly boolean[];
}

export interface ExportedComparison {
  readonly benchmark: string;
  readonly pass: "greedy" | "sampled";
  readonly samples: number;
  readonly evaluations: { readonly a: string; readonly b: string };
  readonly models: { readonly a: string; readonly b: string };
  readonly grader: string;
  readonly items: readonly ExportedItem[];
}

/** Every item that a comparison stands on. */
export function exportComparison(db: Db, input: CompareBenchmarkInput): ExportedComparison {
  const { benchmark, pair, pass } = requirePair(db, input);
  return {
    benchmark: benchmark.name,
    pass: input.pass,
    samples: pass.samples,
    evaluations: { a: pair.a.id, b: pair.b.id },
    models: { a: pair.a.model.name, b: pair.b.model.name },
    grader: pair.a.scoredWith,
    items: withProblems(readPair(db, pair), problemsOf(db, pair.a.id), pass).map(
      ({ problem, item, cell }) => ({
        id: problem.externalId,
        level: problem.level,
        subject: problem.subject,
        reference: problem.answer,
        cell,
        a: sideOf(item.a, pass),
        b: sideOf(item.b, pass),
      }),
    ),
  };
}

function sideOf(item: ItemAnswers, pass: PairedPass): ExportedSide {
  const answers = answersOf(item, pass);
  return {
    right: rightOf(item, pass),
    asked: pass.samples,
    answers: answers.map(({ extracted }) => extracted),
    correct: answers.map(({ correct }) => correct),
    tokens: answers.map(({ tokens }) => tokens),
    truncated: answers.map(({ truncated }) => truncated),
  };
}

/** The same as lines of a table, one an item; several answers of an item are joined by `|`. */
export function comparisonRows({ items }: ExportedComparison): Record<string, string | number>[] {
  return items.map(({ id, level, subject, reference, cell, a, b }) => ({
    id,
    level: level ?? "",
    subject: subject ?? "",
    reference,
    cell,
    ...sideColumns("a", a),
    ...sideColumns("b", b),
  }));
}

function sideColumns(name: "a" | "b", side: ExportedSide): Record<string, string | number> {
  return {
    [`${name}_right`]: side.right,
    [`${name}_asked`]: side.asked,
    [`${name}_correct`]: side.correct.map(Number).join("|"),
    [`${name}_answers`]: side.answers.map((answer) => answer ?? "").join("|"),
    [`${name}_tokens`]: side.tokens.join("|"),
  };
}

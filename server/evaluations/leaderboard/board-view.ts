import type { JobStatus } from "@/server/jobs/jobs.schema";
import type { ApartPart } from "../apart.schema";
import type { SubsetView } from "../evaluation-view";
import type { SamplingPass } from "../evaluations.schema";
import type { CurvePoint, Figure } from "../score.schema";
import type { BoardMetric } from "./leaderboard.schema";

/** One evaluation's number under the metric asked for. */
export interface BoardNumber {
  readonly evaluationId: string;
  readonly status: JobStatus;
  /** Its `passKey`. */
  readonly key: string;
  /** A share in [0, 1] with its 95% interval; null while nothing is scored. Of one at work: over the items done so far. */
  readonly figure: Figure | null;
  /** Answers of each item. */
  readonly k: number;
  readonly subset: SubsetView;
  /** Items taken by the number, and how many of the part are done. */
  readonly items: number;
  readonly itemsDone: number;
  /** Items whose reference is known to be bad, and items with a call that failed: those count as wrong. */
  readonly leftOut: number;
  readonly failed: number;
  /** Answers that a person settled. */
  readonly settled: number;
  /** Mean generated tokens of an answer, with its interval where one is known. */
  readonly tokens: Figure | null;
  readonly createdAt: number;
}

/** How a number stands in its column: `best`: its interval lies above every other one; `level`: not told apart from the highest. */
export type Standing = "best" | "level";

export interface BoardCell {
  /** In the column's ranking: the newest finished evaluation, else one at work. */
  readonly ranked: BoardNumber | null;
  readonly standing: Standing | null;
  /** Other evaluations of the ranked key, older ones above all. */
  readonly others: number;
  /** The newest of each other key, with what differs. */
  readonly apart: readonly { readonly number: BoardNumber; readonly parts: readonly ApartPart[] }[];
}

/** Numbers of a benchmark that share a pass key. */
export interface BoardGroup {
  readonly key: string;
  /** Models with a finished evaluation. */
  readonly models: number;
  /** Models with one at work and none that has finished. */
  readonly atWork: number;
  readonly newestAt: number;
  readonly subset: SubsetView;
  /** Null for the greedy pass. */
  readonly sampling: SamplingPass | null;
  readonly maxTokens: number;
  readonly promptVersion: string;
  readonly grader: string;
  /** What differs from the ranked group; empty for that one. */
  readonly parts: readonly ApartPart[];
}

/** What the order of a column says. */
export type ColumnVerdict =
  /** One stands above all others. */
  | { readonly kind: "best"; readonly modelId: string }
  /** The highest number's interval reaches into those of `models` - 1 others. */
  | { readonly kind: "level"; readonly models: number }
  /** So few items that no difference which training makes could be seen. */
  | { readonly kind: "few"; readonly items: number };

export interface BoardColumn {
  readonly benchmark: { readonly id: string; readonly name: string; readonly items: number };
  /** The ranked one first, then by models. */
  readonly groups: readonly BoardGroup[];
  /** Null where fewer than two models have finished. */
  readonly verdict: ColumnVerdict | null;
}

/** The mean over the columns, or why there is none: benchmarks without a number in the ranking. */
export type BoardMean = { readonly figure: Figure } | { readonly missing: readonly string[] };

export interface BoardModel {
  readonly id: string;
  readonly name: string;
  readonly round: number | null;
  /** The base that it descends from; itself for a base. */
  readonly familyId: string;
  readonly familyName: string;
  /** From the base down to its parent, evaluated or not; empty for a base. */
  readonly ancestors: readonly { readonly id: string; readonly round: number | null }[];
}

export interface BoardRow {
  readonly model: BoardModel;
  /** By benchmark. */
  readonly cells: Readonly<Record<string, BoardCell>>;
  /** Null where there are not two columns to take it over. */
  readonly mean: BoardMean | null;
}

export interface Leaderboard {
  readonly metric: BoardMetric;
  readonly columns: readonly BoardColumn[];
  readonly rows: readonly BoardRow[];
  /** Models with a number, before the filter of rows. */
  readonly models: number;
  readonly families: readonly { readonly id: string; readonly name: string; readonly models: number }[];
  /** Every benchmark that could be a column. */
  readonly benchmarks: readonly { readonly id: string; readonly name: string }[];
}

/** A leaderboard whose rows are those of one page. */
export interface BoardPage extends Leaderboard {
  /** From 1. */
  readonly page: number;
  /** Rows on all pages. */
  readonly found: number;
  /** Names of the models that a column calls the best, by id. */
  readonly bestNames: Readonly<Record<string, string>>;
}

/** Curves over k of one model. */
export interface BoardCurves {
  readonly modelId: string;
  readonly evaluationId: string;
  readonly subset: SubsetView;
  readonly samples: number;
  readonly passAtK: readonly CurvePoint[];
  readonly majAtK: readonly CurvePoint[];
}

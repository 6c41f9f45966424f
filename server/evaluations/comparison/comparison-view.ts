import type { ClaimLevel } from "@/server/statistics";
import type { ApartPart } from "../apart.schema";
import type { SubsetView } from "../evaluation-view";
import type { PassName, PresetName, Protocol } from "../evaluations.schema";
import type { Figure } from "../score.schema";
import type { JobStatus } from "@/server/jobs/jobs.schema";
import type { ComparedCell } from "./comparison.schema";

export type SideName = "a" | "b";

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A model of a comparison, with where it comes from. */
export interface ComparedModel extends Named {
  readonly round: number | null;
  readonly parent: Named | null;
  /** Runs whose pairs trained it; null names: removed since. */
  readonly trainedOn: readonly { readonly id: string; readonly name: string | null }[];
}

/** One of the two evaluations that a comparison stands on. */
export interface ComparedEvaluation {
  readonly id: string;
  readonly modelId: string;
  readonly status: JobStatus;
  readonly preset: PresetName;
  readonly subset: SubsetView;
  readonly protocol: Protocol;
  readonly scoredWith: string;
  readonly createdAt: number;
  readonly itemsDone: number;
  /** What the whole evaluation cost, all passes together. */
  readonly callCount: number;
  readonly promptTokens: number;
  readonly generatedTokens: number;
  readonly activeMs: number;
}

/** What one model did in a pass, over the items compared. Shares are in [0, 1]. */
export interface SideFigures {
  /** Share of right answers: pass@1 or avg@k. */
  readonly score: number;
  readonly correct: number;
  /** Answers asked for; those that a failed call left out are wrong. */
  readonly answers: number;
  /** Items with a call that failed lastingly. */
  readonly failed: number;
  /** Of the answers there are. */
  readonly truncated: number;
  readonly noAnswer: number;
  readonly meanTokens: number;
}

/** What changes from A to B where each gave one answer. */
export interface ComparedTransitions {
  readonly wrongToRight: number;
  readonly rightToWrong: number;
  /** Of what A has right, the share that B has right too; null where A has nothing right. */
  readonly preservation: Figure | null;
}

/** Figures of two models on the same items of one benchmark in one pass; differences are B less A. */
export interface PairedFigures {
  readonly items: number;
  /** k: answers of each item. */
  readonly samples: number;
  readonly a: SideFigures;
  readonly b: SideFigures;
  readonly cells: Readonly<Partial<Record<ComparedCell, number>>>;
  readonly difference: Figure;
  /** Exact McNemar for one answer each, sign-flip permutation for several; two-sided. */
  readonly p: number;
  /** Whether p is over all permutations. */
  readonly exact: boolean;
  /** The smallest difference that as many items, differing as often, show with 80% power; null where no item differs. */
  readonly detectable: number | null;
  /** Null where there are several answers an item. */
  readonly transitions: ComparedTransitions | null;
}

/** A benchmark on which the two may be compared. */
export interface BenchmarkComparison extends PairedFigures {
  readonly benchmark: Named;
  readonly pass: PassName;
  readonly evaluations: Readonly<Record<SideName, ComparedEvaluation>>;
  /** p after Holm over the family. */
  readonly pAdjusted: number;
  readonly claim: ClaimLevel;
  /** Older or other pairs of evaluations that could be compared as well, the newest first. */
  readonly others: readonly OtherPair[];
}

export interface OtherPair {
  readonly a: string;
  readonly b: string;
  readonly subset: SubsetView;
  readonly createdAt: number;
}

/** Why a benchmark cannot be compared. */
export type ApartReason =
  /** Both have numbers, but under another protocol, other items or another grader. */
  | { readonly kind: "protocol"; readonly parts: readonly ApartPart[]; readonly sharedItems: number }
  /** One of them has not finished. */
  | { readonly kind: "unfinished"; readonly side: SideName }
  /** One of them was evaluated without this pass. */
  | { readonly kind: "no-pass"; readonly side: SideName };

export interface ApartBenchmark {
  readonly benchmark: Named;
  readonly reason: ApartReason;
  readonly evaluations: Readonly<Record<SideName, ComparedEvaluation>>;
}

export interface Comparison {
  readonly a: ComparedModel;
  readonly b: ComparedModel;
  readonly pass: PassName;
  /** Passes in which some benchmark can be compared. */
  readonly passes: readonly PassName[];
  /** The benchmark of an evaluation that was asked for; null where both sides are models. */
  readonly pinned: string | null;
  /** The family of Holm's correction: every benchmark that both have under one pass key. */
  readonly compared: readonly BenchmarkComparison[];
  readonly apart: readonly ApartBenchmark[];
  /** Benchmarks on which one of them was evaluated and the other never. */
  readonly lacking: readonly { readonly benchmark: Named; readonly side: SideName }[];
}

/** One part of a benchmark's items: to look at, not to claim from. */
export interface ComparedSlice {
  readonly by: "level" | "subject";
  readonly name: string;
  readonly items: number;
  readonly a: number;
  readonly b: number;
  readonly cells: PairedFigures["cells"];
  readonly difference: Figure;
}

export interface FamilyCell extends PairedFigures {
  readonly benchmark: Named;
  readonly evaluations: Readonly<Record<SideName, string>>;
  readonly pAdjusted: number;
  readonly claim: ClaimLevel;
}

export interface FamilyRow {
  readonly model: ComparedModel;
  /** Ancestors up to the base, from 1. */
  readonly depth: number;
  readonly compared: readonly FamilyCell[];
  readonly apart: readonly ApartBenchmark[];
}

export interface FamilyComparison {
  readonly base: ComparedModel;
  readonly pass: PassName;
  readonly rows: readonly FamilyRow[];
  /** Tests in the family of Holm's correction: checkpoints times benchmarks. */
  readonly tests: number;
}

/** A model that has evaluations, as the pickers offer it. */
export interface CompareChoice extends Named {
  readonly round: number | null;
  readonly familyName: string;
  /** Benchmarks with a finished evaluation. */
  readonly benchmarks: number;
  /** Models that descend from it and have evaluations. */
  readonly descendants: number;
}

/** One side of an item in the list. */
export interface ItemSideSummary {
  readonly right: number;
  /** The answer read in the first response; null where none was. */
  readonly extracted: string | null;
  readonly truncated: boolean;
  readonly failed: boolean;
}

export interface ComparedItemRow {
  readonly problemId: string;
  readonly externalId: string;
  readonly statement: string;
  readonly answer: string;
  readonly level: string | null;
  readonly subject: string | null;
  readonly cell: ComparedCell;
  readonly a: ItemSideSummary;
  readonly b: ItemSideSummary;
}

export interface ComparedItems {
  readonly a: ComparedModel;
  readonly b: ComparedModel;
  readonly benchmark: Named;
  readonly pass: PassName;
  readonly samples: number;
  readonly subset: SubsetView;
  /** Over all items compared, whatever the filter. */
  readonly cells: PairedFigures["cells"];
  readonly levels: readonly string[];
  readonly subjects: readonly string[];
  readonly items: readonly ComparedItemRow[];
  /** Items that the filter lets through. */
  readonly total: number;
}

/** One answer, whole. */
export interface ComparedAnswer {
  readonly pass: PassName;
  /** 0-based number within the pass. */
  readonly number: number;
  readonly callId: string;
  /** 0-based place in the call. */
  readonly sampleIndex: number;
  readonly text: string;
  readonly tokens: number;
  readonly truncated: boolean;
  /** Null where it was not graded. */
  readonly verdict: string | null;
  readonly extracted: string | null;
  readonly rule: string | null;
  /** What a person ruled of it; it counts. */
  readonly ruled: boolean | null;
}

export interface ItemSide {
  readonly evaluationId: string;
  readonly model: ComparedModel;
  /** Why a call of this item failed lastingly; null where none did. */
  readonly error: string | null;
  readonly answers: readonly ComparedAnswer[];
}

export interface ComparedItem {
  readonly benchmark: Named;
  readonly pass: PassName;
  readonly problem: {
    readonly id: string;
    readonly externalId: string;
    readonly statement: string;
    readonly answer: string;
    readonly level: string | null;
    readonly subject: string | null;
  };
  readonly cell: ComparedCell;
  readonly a: ItemSide;
  readonly b: ItemSide;
  /** Its place among the items that the filter lets through, from 1; null where the filter leaves it out. */
  readonly place: number | null;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

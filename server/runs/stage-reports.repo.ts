import { and, count, eq, isNotNull, sql, type AnyColumn, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { demonstrations, pairDrops, pairs, stageReports } from "@/db/schema";
import type { Stage } from "@/server/sphere/io";

/** Right answers of reflections and of as many fresh samples, over the problems of a run that were controlled. */
export interface ControlTotals {
  readonly problems: number;
  readonly reflected: { readonly samples: number; readonly right: number };
  readonly resampled: { readonly samples: number; readonly right: number };
}

/** Means over the problems of a run whose stage made at least two chains. */
export interface DiversityMeans {
  readonly stage: Stage;
  readonly problems: number;
  readonly chains: number;
  /** Distinct n-grams over all n-grams for n = 1 and n = 4. */
  readonly distinct1: number;
  readonly distinct4: number;
  readonly selfBleu: number;
  /** Bits. */
  readonly answerEntropy: number;
  readonly strategies: number;
}

export function sumControls(db: Db, runId: string): ControlTotals | null {
  const row = db
    .select({
      problems: count(),
      reflectedSamples: sumOf(stageReports.control, "$.reflected.samples"),
      reflectedRight: sumOf(stageReports.control, "$.reflected.right"),
      resampledSamples: sumOf(stageReports.control, "$.resampled.samples"),
      resampledRight: sumOf(stageReports.control, "$.resampled.right"),
    })
    .from(stageReports)
    .where(and(eq(stageReports.runId, runId), isNotNull(stageReports.control)))
    .get();
  if (row === undefined || row.problems === 0) return null;
  return {
    problems: row.problems,
    reflected: { samples: row.reflectedSamples, right: row.reflectedRight },
    resampled: { samples: row.resampledSamples, right: row.resampledRight },
  };
}

/** Steps that the run's scorer was to value, and those that rollouts valued in its place; null where it had none. */
export interface ScoringTotals {
  readonly asked: number;
  readonly byRollouts: number;
}

export function sumScoring(db: Db, runId: string): ScoringTotals | null {
  const row = db
    .select({
      asked: sumOf(stageReports.scoring, "$.asked"),
      byRollouts: sumOf(stageReports.scoring, "$.byRollouts"),
    })
    .from(stageReports)
    .where(and(eq(stageReports.runId, runId), isNotNull(stageReports.scoring)))
    .get();
  return row === undefined || row.asked === 0 ? null : row;
}

export function meanDiversity(db: Db, runId: string): DiversityMeans[] {
  return db
    .select({
      stage: stageReports.stage,
      problems: count(),
      chains: meanOf("$.chains"),
      distinct1: meanOf("$.distinctN[0]"),
      distinct4: meanOf("$.distinctN[3]"),
      selfBleu: meanOf("$.selfBleu"),
      answerEntropy: meanOf("$.answerEntropy"),
      strategies: meanOf("$.strategies"),
    })
    .from(stageReports)
    .where(
      and(
        eq(stageReports.runId, runId),
        sql`json_extract(${stageReports.diversity}, '$.selfBleu') is not null`,
      ),
    )
    .groupBy(stageReports.stage)
    .all();
}

export interface FunnelCounts {
  readonly pairs: number;
  readonly demonstrations: number;
  readonly dropped: readonly { readonly rule: string; readonly count: number }[];
}

/** Pairs that a run made, and candidates that it dropped, by rule. */
export function countFunnel(db: Db, runId: string): FunnelCounts {
  const made = db.select({ n: count() }).from(pairs).where(eq(pairs.runId, runId)).get();
  const shown = db.select({ n: count() }).from(demonstrations).where(eq(demonstrations.runId, runId)).get();
  const dropped = db
    .select({ rule: pairDrops.rule, count: sql<number>`sum(${pairDrops.count})` })
    .from(pairDrops)
    .where(eq(pairDrops.runId, runId))
    .groupBy(pairDrops.rule)
    .orderBy(sql`sum(${pairDrops.count}) desc`, pairDrops.rule)
    .all();
  return { pairs: made?.n ?? 0, demonstrations: shown?.n ?? 0, dropped };
}

function sumOf(column: AnyColumn, path: string): SQL<number> {
  return sql`coalesce(sum(json_extract(${column}, ${path})), 0)`;
}

function meanOf(path: string): SQL<number> {
  return sql`avg(json_extract(${stageReports.diversity}, ${path}))`;
}

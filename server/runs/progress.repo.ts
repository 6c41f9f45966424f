import { and, count, desc, eq, gt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { calls, chains, corrections, pairDrops, pairs, runProblems } from "@/db/schema";
import type { Stage } from "@/server/sphere/io";
import type { Bucket } from "@/server/sphere/types";
import type { ProblemStatus } from "./runs.schema";

export interface StageProgress {
  readonly stage: Stage;
  readonly calls: number;
  readonly generatedTokens: number;
  readonly rightChains: number;
  readonly wrongChains: number;
  readonly pairs: number;
}

export interface RunProgress {
  readonly stages: readonly StageProgress[];
  readonly problemsByStatus: Readonly<Partial<Record<ProblemStatus, number>>>;
  readonly problemsByBucket: Readonly<Partial<Record<Bucket, number>>>;
  readonly correctionsAccepted: number;
  /** Refused corrections by the rule that refused them. */
  readonly correctionsRefused: readonly { readonly rule: string; readonly count: number }[];
  /** Dropped candidate pairs by the rule that dropped them. */
  readonly pairsDropped: readonly { readonly stage: Stage; readonly rule: string; readonly count: number }[];
}

/** How far a run is, counted from its rows. */
export function readProgress(db: Db, runId: string, stages: readonly Stage[]): RunProgress {
  const callRows = db
    .select({ stage: calls.stage, calls: count(), tokens: sql<number>`sum(${calls.generatedTokens})` })
    .from(calls)
    .where(eq(calls.runId, runId))
    .groupBy(calls.stage)
    .all();
  const chainRows = db
    .select({
      stage: chains.stage,
      right: sql<number>`sum(${chains.verdict} = 'correct')`,
      all: count(),
    })
    .from(chains)
    .where(eq(chains.runId, runId))
    .groupBy(chains.stage)
    .all();
  const pairRows = db
    .select({ stage: pairs.stage, pairs: count() })
    .from(pairs)
    .where(eq(pairs.runId, runId))
    .groupBy(pairs.stage)
    .all();
  const byStatus = db
    .select({ status: runProblems.status, n: count() })
    .from(runProblems)
    .where(eq(runProblems.runId, runId))
    .groupBy(runProblems.status)
    .all();
  const byBucket = db
    .select({ bucket: runProblems.bucket, n: count() })
    .from(runProblems)
    .where(eq(runProblems.runId, runId))
    .groupBy(runProblems.bucket)
    .all();
  const correctionRows = db
    .select({ rule: corrections.refusedBy, count: count() })
    .from(corrections)
    .where(eq(corrections.runId, runId))
    .groupBy(corrections.refusedBy)
    .orderBy(desc(count()))
    .all();
  const pairsDropped = db
    .select({ stage: pairDrops.stage, rule: pairDrops.rule, count: sql<number>`sum(${pairDrops.count})` })
    .from(pairDrops)
    .where(eq(pairDrops.runId, runId))
    .groupBy(pairDrops.stage, pairDrops.rule)
    .orderBy(desc(sql`sum(${pairDrops.count})`))
    .all();
  return {
    stages: stages.map((stage) => {
      const call = callRows.find((row) => row.stage === stage);
      const chain = chainRows.find((row) => row.stage === stage);
      const rightChains = chain?.right ?? 0;
      return {
        stage,
        calls: call?.calls ?? 0,
        generatedTokens: call?.tokens ?? 0,
        rightChains,
        wrongChains: (chain?.all ?? 0) - rightChains,
        pairs: pairRows.find((row) => row.stage === stage)?.pairs ?? 0,
      };
    }),
    problemsByStatus: Object.fromEntries(byStatus.map(({ status, n }) => [status, n])),
    problemsByBucket: Object.fromEntries(
      byBucket.flatMap(({ bucket, n }) => (bucket === null ? [] : [[bucket, n]])),
    ),
    correctionsAccepted: correctionRows.find(({ rule }) => rule === null)?.count ?? 0,
    correctionsRefused: correctionRows.flatMap(({ rule, count: n }) =>
      rule === null ? [] : [{ rule, count: n }],
    ),
    pairsDropped,
  };
}

/** What each call that ended after `since` generated, and while: the throughput chart spreads it over its time. */
export function readCallSpans(db: Db, params: { runId: string; since: number }) {
  return db
    .select({ endedAt: calls.createdAt, durationMs: calls.durationMs, tokens: calls.generatedTokens })
    .from(calls)
    .where(and(eq(calls.runId, params.runId), gt(calls.createdAt, params.since)))
    .all();
}

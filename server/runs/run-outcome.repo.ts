import { and, avg, count, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { calls, chains, corrections, runProblems } from "@/db/schema";
import { BUCKETS, type Bucket } from "@/server/sphere/types";
import type { RunRow } from "./runs.repo";

/** What a run came to, in figures that can stand beside another run's. */
export interface RunOutcome {
  readonly problemsDone: number;
  readonly problemsFailed: number;
  readonly generatedTokens: number;
  readonly activeMs: number;
  /** Generated tokens a second of work; null before any. */
  readonly tokensPerSecond: number | null;
  readonly pairs: number;
  /** Preference pairs for each million of generated tokens; null before any token. */
  readonly pairsPerMillionTokens: number | null;
  readonly correctionsTried: number;
  readonly correctionsAccepted: number;
  /** Of the policy's first samples of the whole problem, those that were right; null before any. */
  readonly rightShare: number | null;
  /** Mean tokens of such a sample. */
  readonly tokensPerSolution: number | null;
  readonly buckets: Readonly<Record<Bucket, number>>;
}

export function readOutcome(db: Db, run: RunRow): RunOutcome {
  const { id, generatedTokens, activeMs, pairCount } = run;
  const buckets = db
    .select({ bucket: runProblems.bucket, n: count() })
    .from(runProblems)
    .where(eq(runProblems.runId, id))
    .groupBy(runProblems.bucket)
    .all();
  const corrected = db
    .select({ tried: count(), accepted: sql<number | null>`sum(${corrections.accepted})` })
    .from(corrections)
    .where(eq(corrections.runId, id))
    .get();
  const roots = db
    .select({
      right: avg(sql`${chains.verdict} = 'correct'`).mapWith(Number),
      tokens: avg(chains.tokens).mapWith(Number),
    })
    .from(chains)
    .where(and(eq(chains.runId, id), eq(chains.origin, "root-sample")))
    .get();
  return {
    problemsDone: run.problemsDone,
    problemsFailed: run.problemsFailed,
    generatedTokens,
    activeMs,
    tokensPerSecond: activeMs === 0 ? null : (1000 * generatedTokens) / activeMs,
    pairs: pairCount,
    pairsPerMillionTokens: pairsPerMillion(pairCount, generatedTokens),
    correctionsTried: corrected?.tried ?? 0,
    correctionsAccepted: corrected?.accepted ?? 0,
    rightShare: roots?.right ?? null,
    tokensPerSolution: readMeanSolution(db, id) ?? roots?.tokens ?? null,
    buckets: BUCKETS.reduce(
      (all, bucket) => ({ ...all, [bucket]: buckets.find((row) => row.bucket === bucket)?.n ?? 0 }),
      { easy: 0, mixed: 0, hard: 0 },
    ),
  };
}

export function pairsPerMillion(pairs: number, generatedTokens: number): number | null {
  return generatedTokens === 0 ? null : (1_000_000 * pairs) / generatedTokens;
}

/** Mean tokens of the policy's samples of a whole problem; null where none was drawn. */
export function readMeanSolution(db: Db, runId: string): number | null {
  const solved = db
    .select({
      tokens: sql<number | null>`sum(${calls.generatedTokens})`,
      samples: sql<number | null>`sum(json_array_length(${calls.samples}))`,
    })
    .from(calls)
    .where(
      and(
        eq(calls.runId, runId),
        eq(calls.purpose, "solve"),
        eq(calls.role, "policy"),
        eq(calls.stage, "self-generation"),
      ),
    )
    .get();
  return solved?.samples && solved.tokens !== null ? solved.tokens / solved.samples : null;
}

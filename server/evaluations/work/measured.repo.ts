import { and, desc, eq, sql, sum, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationCalls, evaluations, runs } from "@/db/schema";

/** Answers of this many calls are enough for a mean. */
const CALLS = 400;
/** Work shorter than this says little about speed. */
const LONG_ENOUGH_MS = 20_000;
/** The newest so many count: the machine may have changed. */
const NEWEST = 4;

export interface MeasuredLength {
  /** Mean tokens of an answer. */
  readonly tokens: number;
  readonly answers: number;
  /** Whether it was measured on this very benchmark. */
  readonly sameBenchmark: boolean;
}

/** How long the model's answers were in earlier evaluations: on the same benchmark if it has any, else on others. */
export function measuredLength(
  db: Db,
  { modelId, setId }: { modelId: string; setId: string },
): MeasuredLength | null {
  const own = lengthWhere(db, { modelId, setId });
  if (own !== null) return { ...own, sameBenchmark: true };
  const other = lengthWhere(db, { modelId, setId: null });
  return other === null ? null : { ...other, sameBenchmark: false };
}

function lengthWhere(
  db: Db,
  { modelId, setId }: { modelId: string; setId: string | null },
): Pick<MeasuredLength, "tokens" | "answers"> | null {
  const newest = db
    .select({ tokens: evaluationCalls.generatedTokens, answers: evaluationCalls.samplesWanted })
    .from(evaluationCalls)
    .innerJoin(evaluations, eq(evaluations.id, evaluationCalls.evaluationId))
    .where(
      and(
        eq(evaluations.modelId, modelId),
        setId === null ? undefined : eq(evaluations.problemSetId, setId),
        eq(evaluationCalls.status, "ok"),
      ),
    )
    .orderBy(desc(evaluations.createdAt))
    .limit(CALLS)
    .as("newest");
  const row = db
    .select({ tokens: sum(newest.tokens).mapWith(Number), answers: sum(newest.answers).mapWith(Number) })
    .from(newest)
    .get();
  return row === undefined || !row.answers
    ? null
    : { tokens: row.tokens / row.answers, answers: row.answers };
}

export interface MeasuredSpeed {
  readonly tokensPerSecond: number;
  readonly from: "evaluations" | "runs";
}

/** Tokens a second of the model's newest evaluations, else of the newest runs that had it as policy. */
export function measuredSpeed(db: Db, modelId: string): MeasuredSpeed | null {
  const byEvaluations = speedOf(db, evaluations, sql`${evaluations.modelId} = ${modelId}`);
  if (byEvaluations !== null) return { tokensPerSecond: byEvaluations, from: "evaluations" };
  const byRuns = speedOf(db, runs, sql`${runs.policyModelId} = ${modelId}`);
  return byRuns === null ? null : { tokensPerSecond: byRuns, from: "runs" };
}

function speedOf(db: Db, table: typeof evaluations | typeof runs, own: SQL): number | null {
  const newest = sql`select ${table.generatedTokens} as tokens, ${table.activeMs} as ms from ${table}
    where ${own} and ${table.activeMs} > ${LONG_ENOUGH_MS} and ${table.generatedTokens} > 0
    order by ${table.createdAt} desc limit ${NEWEST}`;
  const row = db.get<{ tokens: number | null; ms: number | null }>(
    sql`select sum(tokens) as tokens, sum(ms) as ms from (${newest})`,
  );
  return row.tokens === null || row.ms === null ? null : (1000 * row.tokens) / row.ms;
}

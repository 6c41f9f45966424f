import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { problems, runProblems, runs } from "@/db/schema";
import type { ProblemStatus } from "./runs.schema";
import type { Bucket } from "@/server/sphere/types";

export type RunRow = typeof runs.$inferSelect;

export function findRun(db: Pick<Db, "select">, runId: string): RunRow | null {
  return db.select().from(runs).where(eq(runs.id, runId)).get() ?? null;
}

/** Stores a run and its problems in order. */
export function insertRun(
  db: Db,
  params: { run: typeof runs.$inferInsert; problemIds: readonly string[] },
): void {
  const { run, problemIds } = params;
  db.transaction(
    (tx) => {
      tx.insert(runs).values(run).run();
      for (const [position, problemId] of problemIds.entries()) {
        tx.insert(runProblems)
          .values({ runId: run.id, problemId, position, status: "waiting", savedStages: [] })
          .run();
      }
    },
    { behavior: "immediate" },
  );
}

export function problemIdsOfSet(db: Db, setId: string): string[] {
  const rows = db
    .select({ id: problems.id })
    .from(problems)
    .where(eq(problems.setId, setId))
    .orderBy(asc(problems.position))
    .all();
  return rows.map(({ id }) => id);
}

/** The problems of a run in its order. */
export function problemIdsOfRun(db: Db, runId: string): string[] {
  const rows = db
    .select({ id: runProblems.problemId })
    .from(runProblems)
    .where(eq(runProblems.runId, runId))
    .orderBy(asc(runProblems.position))
    .all();
  return rows.map(({ id }) => id);
}

export interface RunProblemRow {
  readonly problemId: string;
  readonly position: number;
  readonly status: ProblemStatus;
  readonly bucket: Bucket | null;
  readonly error: string | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly externalId: string;
  readonly statement: string;
  readonly level: string | null;
  readonly subject: string | null;
  readonly right: number;
  readonly wrong: number;
  readonly pairs: number;
}

/** The run's problems in order, with what they gave so far. */
export function listRunProblems(
  db: Db,
  params: {
    runId: string;
    status: ProblemStatus | null;
    bucket: Bucket | null;
    afterPosition: number;
    limit: number;
  },
): RunProblemRow[] {
  const own = sql`run_id = ${runProblems.runId} and problem_id = ${runProblems.problemId}`;
  return db
    .select({
      problemId: runProblems.problemId,
      position: runProblems.position,
      status: runProblems.status,
      bucket: runProblems.bucket,
      error: runProblems.error,
      startedAt: runProblems.startedAt,
      endedAt: runProblems.endedAt,
      externalId: problems.externalId,
      statement: problems.statement,
      level: problems.level,
      subject: problems.subject,
      right: sql<number>`(select count(*) from chains where ${own} and verdict = 'correct')`,
      wrong: sql<number>`(select count(*) from chains where ${own} and verdict <> 'correct')`,
      pairs: sql<number>`(select count(*) from pairs where ${own})`,
    })
    .from(runProblems)
    .innerJoin(problems, eq(problems.id, runProblems.problemId))
    .where(
      and(
        eq(runProblems.runId, params.runId),
        params.status === null ? undefined : eq(runProblems.status, params.status),
        params.bucket === null ? undefined : eq(runProblems.bucket, params.bucket),
        gt(runProblems.position, params.afterPosition),
      ),
    )
    .orderBy(asc(runProblems.position))
    .limit(params.limit)
    .all();
}

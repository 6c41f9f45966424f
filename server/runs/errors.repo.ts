import { and, count, desc, eq, inArray, max, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { calls, problems, runProblems } from "@/db/schema";
import type { CountedError } from "@/server/jobs/group-errors";

/** Distinct messages looked at: a run can fail in as many words as it has calls. */
const MESSAGES = 5_000;

/** Failed calls by kind and exact message. */
export function countFailedCalls(db: Db, runId: string): CountedError[] {
  const kind = sql<string>`coalesce(${calls.errorKind}, 'unknown')`;
  return db
    .select({
      kind,
      message: sql<string>`coalesce(${calls.errorMessage}, '')`,
      count: count(),
      lastAt: max(calls.createdAt),
    })
    .from(calls)
    .where(and(eq(calls.runId, runId), eq(calls.status, "failed")))
    .groupBy(calls.errorKind, calls.errorMessage)
    .orderBy(desc(max(calls.createdAt)))
    .limit(MESSAGES)
    .all();
}

/** Failed problems by exact message. */
export function countFailedProblems(db: Db, runId: string): CountedError[] {
  return db
    .select({
      kind: sql<string>`'problem-failed'`,
      message: sql<string>`coalesce(${runProblems.error}, '')`,
      count: count(),
      lastAt: max(runProblems.endedAt),
    })
    .from(runProblems)
    .where(and(eq(runProblems.runId, runId), eq(runProblems.status, "failed")))
    .groupBy(runProblems.error)
    .orderBy(desc(max(runProblems.endedAt)))
    .limit(MESSAGES)
    .all();
}

export interface ErrorExample {
  /** Null where the problem failed as a whole. */
  readonly callId: string | null;
  readonly problemId: string;
  readonly externalId: string;
  readonly message: string;
  readonly at: number | null;
}

/** The newest failed calls with one of the messages. */
export function exampleCalls(
  db: Db,
  params: { runId: string; kind: string; messages: readonly string[]; limit: number },
): ErrorExample[] {
  return db
    .select({
      callId: calls.id,
      problemId: calls.problemId,
      externalId: problems.externalId,
      message: sql<string>`coalesce(${calls.errorMessage}, '')`,
      at: calls.createdAt,
    })
    .from(calls)
    .innerJoin(problems, eq(problems.id, calls.problemId))
    .where(
      and(
        eq(calls.runId, params.runId),
        eq(calls.status, "failed"),
        sql`coalesce(${calls.errorKind}, 'unknown') = ${params.kind}`,
        inArray(sql`coalesce(${calls.errorMessage}, '')`, [...params.messages]),
      ),
    )
    .orderBy(desc(calls.createdAt), desc(calls.id))
    .limit(params.limit)
    .all();
}

/** The newest failed problems with one of the messages. */
export function exampleProblems(
  db: Db,
  params: { runId: string; messages: readonly string[]; limit: number },
): ErrorExample[] {
  return db
    .select({
      callId: sql<null>`null`,
      problemId: runProblems.problemId,
      externalId: problems.externalId,
      message: sql<string>`coalesce(${runProblems.error}, '')`,
      at: runProblems.endedAt,
    })
    .from(runProblems)
    .innerJoin(problems, eq(problems.id, runProblems.problemId))
    .where(
      and(
        eq(runProblems.runId, params.runId),
        eq(runProblems.status, "failed"),
        inArray(sql`coalesce(${runProblems.error}, '')`, [...params.messages]),
      ),
    )
    .orderBy(desc(runProblems.endedAt), desc(runProblems.problemId))
    .limit(params.limit)
    .all();
}

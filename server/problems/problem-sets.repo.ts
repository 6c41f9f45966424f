import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { answerRulings, evaluations, problems, problemSets, runs } from "@/db/schema";
import type { Fault, SetStatus } from "./problems.schema";

export type ProblemSetRow = typeof problemSets.$inferSelect;

export function findSet(db: Db, setId: string): ProblemSetRow | null {
  return db.select().from(problemSets).where(eq(problemSets.id, setId)).get() ?? null;
}

export function findSetByName(db: Db, name: string): ProblemSetRow | null {
  return db.select().from(problemSets).where(eq(problemSets.name, name)).get() ?? null;
}

export function listSetRows(db: Db): ProblemSetRow[] {
  return db.select().from(problemSets).orderBy(problemSets.createdAt, problemSets.name).all();
}

export function insertSet(db: Db, row: typeof problemSets.$inferInsert): void {
  db.insert(problemSets).values(row).run();
}

interface SetProgress {
  readonly status: SetStatus;
  readonly duplicateCount: number;
  readonly faultCount: number;
  readonly faults: readonly Fault[];
}

/** Writes how far an import is; the number of problems is counted, never added up. */
export function updateSetProgress(db: Db, setId: string, progress: SetProgress): void {
  db.update(problemSets)
    .set({
      ...progress,
      problemCount: sql`(select count(*) from ${problems} where ${problems.setId} = ${setId})`,
    })
    .where(eq(problemSets.id, setId))
    .run();
}

/** Forgets the fingerprint of a set whose items changed. */
export function forgetFingerprint(db: Db, setId: string): void {
  db.update(problemSets).set({ itemsSha256: null }).where(eq(problemSets.id, setId)).run();
}

/** Ends an import that nobody works on any more. Returns whether the row was still importing. */
export function failImportingSet(db: Db, setId: string, faults: readonly Fault[]): boolean {
  return (
    db
      .update(problemSets)
      .set({ status: "failed", faults, faultCount: sql`${problemSets.faultCount} + 1` })
      .where(and(eq(problemSets.id, setId), eq(problemSets.status, "importing")))
      .run().changes > 0
  );
}

/** Deletes a set with its problems and what people ruled of answers to them. Returns whether there was one. */
export function deleteSet(db: Db, setId: string): boolean {
  const ofSet = db.select({ id: problems.id }).from(problems).where(eq(problems.setId, setId));
  db.delete(answerRulings).where(inArray(answerRulings.problemId, ofSet)).run();
  return db.delete(problemSets).where(eq(problemSets.id, setId)).run().changes > 0;
}

export function namesOfRunsOnSet(db: Db, setId: string): string[] {
  return db
    .select({ name: runs.name })
    .from(runs)
    .where(eq(runs.problemSetId, setId))
    .orderBy(runs.createdAt)
    .all()
    .map((row) => row.name);
}

export function countEvaluationsOnSet(db: Db, setId: string): number {
  const on = eq(evaluations.problemSetId, setId);
  return db.select({ n: count() }).from(evaluations).where(on).get()?.n ?? 0;
}

interface Tally {
  readonly setId: string;
  readonly value: string;
  readonly count: number;
}

/** Problems by level or by subject, for one set or for all. */
export function tally(db: Db, column: "level" | "subject", setId?: string): Tally[] {
  const field = problems[column];
  const rows = db
    .select({ setId: problems.setId, value: field, count: count() })
    .from(problems)
    .where(and(sql`${field} is not null`, setId === undefined ? undefined : eq(problems.setId, setId)))
    .groupBy(problems.setId, field)
    .orderBy(problems.setId, field)
    .all();
  return rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));
}

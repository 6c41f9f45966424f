import { and, asc, count, desc, eq, gt, inArray, lt, max, or, sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { problems, problemSets } from "@/db/schema";
import type { ListProblems } from "./problems.schema";

export type ProblemRow = typeof problems.$inferSelect;
export type NewProblem = Omit<ProblemRow, "position">;

export function findProblem(db: Db, problemId: string): ProblemRow | null {
  return db.select().from(problems).where(eq(problems.id, problemId)).get() ?? null;
}

export function findByExternalIds(db: Db, setId: string, externalIds: readonly string[]): ProblemRow[] {
  return db
    .select()
    .from(problems)
    .where(and(eq(problems.setId, setId), inArray(problems.externalId, [...externalIds])))
    .all();
}

/** One statement for many rows; SQLite takes 32,766 values in one. */
const ROWS_AN_INSERT = 100;

/** Appends problems to their set, in order; one whose id is there already is left out. Returns how many were new. */
export function appendProblems(db: Db, setId: string, rows: readonly NewProblem[]): number {
  const top = db
    .select({ top: max(problems.position) })
    .from(problems)
    .where(eq(problems.setId, setId))
    .get();
  const first = (top?.top ?? -1) + 1;
  let added = 0;
  for (let start = 0; start < rows.length; start += ROWS_AN_INSERT) {
    const values = rows
      .slice(start, start + ROWS_AN_INSERT)
      .map((row, index) => ({ ...row, position: first + start + index }));
    added += db.insert(problems).values(values).onConflictDoNothing().run().changes;
  }
  return added;
}

/**
 * True for a problem that a match names on either side. Names are written out: Drizzle leaves the table off the columns of a
 * plain select.
 */
const overlaps = sql<number>`(
  problems.id in (select problem_id from contamination_matches)
  or problems.id in (select benchmark_problem_id from contamination_matches))`;

function filter(input: ListProblems): SQL | undefined {
  const pattern = `%${input.search.replaceAll(/[\\%_]/g, (special) => `\\${special}`)}%`;
  return and(
    eq(problems.setId, input.setId),
    input.level === null ? undefined : eq(problems.level, input.level),
    input.subject === null ? undefined : eq(problems.subject, input.subject),
    input.search === ""
      ? undefined
      : or(
          sql`${problems.statement} like ${pattern} escape '\\'`,
          sql`${problems.externalId} like ${pattern} escape '\\'`,
        ),
    input.overlap ? overlaps : undefined,
  );
}

export function countProblems(db: Db, input: ListProblems): number {
  return db.select({ total: count() }).from(problems).where(filter(input)).get()?.total ?? 0;
}

/** One page of a set in its own order. */
export function pageOfProblems(db: Db, input: ListProblems, size: number) {
  return db
    .select({
      id: problems.id,
      externalId: problems.externalId,
      position: problems.position,
      statement: problems.statement,
      answer: problems.answer,
      level: problems.level,
      subject: problems.subject,
      overlap: overlaps.mapWith(Boolean),
    })
    .from(problems)
    .where(filter(input))
    .orderBy(asc(problems.position))
    .limit(size)
    .offset((input.page - 1) * size)
    .all();
}

export function neighbours(db: Db, row: Pick<ProblemRow, "setId" | "position">) {
  const fields = { id: problems.id, externalId: problems.externalId };
  const side = (condition: SQL, order: SQL) =>
    db
      .select(fields)
      .from(problems)
      .where(and(eq(problems.setId, row.setId), condition))
      .orderBy(order)
      .limit(1)
      .get() ?? null;
  return {
    previous: side(lt(problems.position, row.position), desc(problems.position)),
    next: side(gt(problems.position, row.position), asc(problems.position)),
  };
}

/** The same statement in other sets. */
export function twins(db: Db, row: Pick<ProblemRow, "setId" | "fingerprint">) {
  return db
    .select({
      problemId: problems.id,
      externalId: problems.externalId,
      setId: problemSets.id,
      setName: problemSets.name,
      kind: problemSets.kind,
    })
    .from(problems)
    .innerJoin(problemSets, eq(problemSets.id, problems.setId))
    .where(and(eq(problems.fingerprint, row.fingerprint), sql`${problems.setId} <> ${row.setId}`))
    .orderBy(problemSets.name)
    .all();
}

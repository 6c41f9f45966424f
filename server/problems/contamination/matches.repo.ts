import { and, desc, eq, inArray, max, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "@/db/client";
import {
  contaminationChecks,
  contaminationDecisions,
  contaminationMatches,
  problems,
  problemSets,
  users,
} from "@/db/schema";

export type CheckRow = typeof contaminationChecks.$inferSelect;
export type MatchRow = typeof contaminationMatches.$inferSelect;

/** Checks and matches in which a set stands on either side; of all sets where none is named. */
const ofSet = (table: typeof contaminationChecks | typeof contaminationMatches, setId: string | null) =>
  setId === null ? undefined : or(eq(table.setId, setId), eq(table.benchmarkId, setId));

export function checksOf(db: Db, setId: string | null): CheckRow[] {
  return db.select().from(contaminationChecks).where(ofSet(contaminationChecks, setId)).all();
}

export function matchesOf(db: Db, setId: string | null): MatchRow[] {
  return db
    .select()
    .from(contaminationMatches)
    .where(ofSet(contaminationMatches, setId))
    .orderBy(contaminationMatches.setId, contaminationMatches.id)
    .all();
}

/**
 * The newest decision of each match that has one: of those in which a set stands on either side, and of the other matches of
 * the same problems.
 */
export function newestDecisions(db: Db, setId: string | null) {
  const newest = db
    .select({ id: max(contaminationDecisions.id).as("newest_id") })
    .from(contaminationDecisions)
    .groupBy(contaminationDecisions.matchId)
    .as("newest");
  const problemsOfSet = db
    .select({ problemId: contaminationMatches.problemId })
    .from(contaminationMatches)
    .where(ofSet(contaminationMatches, setId));
  return db
    .select({
      matchId: contaminationDecisions.matchId,
      problemId: contaminationMatches.problemId,
      decision: contaminationDecisions.decision,
    })
    .from(contaminationDecisions)
    .innerJoin(newest, eq(newest.id, contaminationDecisions.id))
    .innerJoin(contaminationMatches, eq(contaminationMatches.id, contaminationDecisions.matchId))
    .where(setId === null ? undefined : inArray(contaminationMatches.problemId, problemsOfSet))
    .all();
}

/** All decisions of some matches, newest first, with the names of those who made them. */
export function decisionsOf(db: Db, matchIds: readonly string[]) {
  return db
    .select({
      matchId: contaminationDecisions.matchId,
      decision: contaminationDecisions.decision,
      reason: contaminationDecisions.reason,
      by: users.name,
      at: contaminationDecisions.at,
    })
    .from(contaminationDecisions)
    .leftJoin(users, eq(users.id, contaminationDecisions.actorId))
    .where(inArray(contaminationDecisions.matchId, [...matchIds]))
    .orderBy(desc(contaminationDecisions.id))
    .all();
}

/** Values of one statement: SQLite takes 32,766. */
const ROWS_AN_INSERT = 500;

export function insertDecisions(db: Db, rows: readonly (typeof contaminationDecisions.$inferInsert)[]): void {
  for (let start = 0; start < rows.length; start += ROWS_AN_INSERT)
    db.insert(contaminationDecisions)
      .values(rows.slice(start, start + ROWS_AN_INSERT))
      .run();
}

/** Puts what a check found in the place of what the one before found. */
export function replaceCheck(db: Db, check: CheckRow, matches: readonly MatchRow[]): void {
  const { setId, benchmarkId } = check;
  db.delete(contaminationMatches)
    .where(and(eq(contaminationMatches.setId, setId), eq(contaminationMatches.benchmarkId, benchmarkId)))
    .run();
  for (let start = 0; start < matches.length; start += ROWS_AN_INSERT)
    db.insert(contaminationMatches)
      .values(matches.slice(start, start + ROWS_AN_INSERT))
      .run();
  db.insert(contaminationChecks)
    .values(check)
    .onConflictDoUpdate({ target: [contaminationChecks.setId, contaminationChecks.benchmarkId], set: check })
    .run();
}

/** The problems of a set as they are compared, in their order. */
export function statementsOf(db: Db, setId: string): { readonly id: string; readonly statement: string }[] {
  return db
    .select({ id: problems.id, statement: problems.statement })
    .from(problems)
    .where(eq(problems.setId, setId))
    .orderBy(problems.position)
    .all();
}

/** Both problems of some matches, with what a page shows of them. */
export function pairsOfMatches(db: Db, matchIds: readonly string[]) {
  const twin = alias(problems, "twin");
  const benchmark = alias(problemSets, "benchmark");
  const shown = (table: typeof problems | typeof twin) => ({
    id: table.id,
    externalId: table.externalId,
    statement: table.statement,
    answer: table.answer,
  });
  return db
    .select({
      match: contaminationMatches,
      set: { id: problemSets.id, name: problemSets.name },
      problem: shown(problems),
      benchmark: { id: benchmark.id, name: benchmark.name },
      benchmarkProblem: shown(twin),
    })
    .from(contaminationMatches)
    .innerJoin(problemSets, eq(problemSets.id, contaminationMatches.setId))
    .innerJoin(problems, eq(problems.id, contaminationMatches.problemId))
    .innerJoin(benchmark, eq(benchmark.id, contaminationMatches.benchmarkId))
    .innerJoin(twin, eq(twin.id, contaminationMatches.benchmarkProblemId))
    .where(inArray(contaminationMatches.id, [...matchIds]))
    .all();
}

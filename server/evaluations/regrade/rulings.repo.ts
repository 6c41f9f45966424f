import { asc, count, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { answerRulings } from "@/db/schema";
import { answerKey, type RuledSample } from "./answer-key";

export type RulingRow = typeof answerRulings.$inferSelect;

/** Whether a person ruled the answer of a sample right or wrong; null: nobody did, or it was taken back. */
export type Rulings = (sample: RuledSample) => boolean | null;

const PROBLEMS_A_QUERY = 500;

/** What people ruled of answers to these problems, as it stands now. */
export function rulingsFor(db: Pick<Db, "select">, problemIds: readonly string[]): Rulings {
  const standing = new Map<string, Map<string, boolean | null>>();
  for (const { problemId, answer, correct } of rulingRows(db, problemIds)) {
    const ofProblem = standing.get(problemId) ?? new Map<string, boolean | null>();
    standing.set(problemId, ofProblem.set(answer, correct));
  }
  return (sample) => standing.get(sample.problemId)?.get(answerKey(sample)) ?? null;
}

/** Every ruling on answers to these problems, the oldest first: of one answer the last counts. */
export function rulingRows(db: Pick<Db, "select">, problemIds: readonly string[]): RulingRow[] {
  const rows: RulingRow[] = [];
  for (let at = 0; at < problemIds.length; at += PROBLEMS_A_QUERY) {
    rows.push(
      ...db
        .select()
        .from(answerRulings)
        .where(inArray(answerRulings.problemId, problemIds.slice(at, at + PROBLEMS_A_QUERY)))
        .orderBy(asc(answerRulings.at), asc(sql`rowid`))
        .all(),
    );
  }
  return rows;
}

export function insertRuling(db: Pick<Db, "insert">, row: RulingRow): void {
  db.insert(answerRulings).values(row).run();
}

/** Rulings ever made: tells whether one came while numbers were computed. */
export function countRulings(db: Pick<Db, "select">): number {
  return db.select({ n: count() }).from(answerRulings).get()?.n ?? 0;
}

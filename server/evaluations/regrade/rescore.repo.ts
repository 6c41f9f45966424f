import { and, asc, eq, inArray, isNotNull, isNull, ne, notInArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  evaluationCalls,
  evaluationItems,
  evaluations,
  evaluationVerdicts,
  problems,
  problemSets,
} from "@/db/schema";
import type { Grade } from "@/server/math";

/** Evaluations whose numbers a grader is to make anew, the oldest first. */
export function listRescores(db: Db): { readonly id: string; readonly rescoreTo: string }[] {
  return db
    .select({ id: evaluations.id, rescoreTo: sql<string>`${evaluations.rescoreTo}` })
    .from(evaluations)
    .where(isNotNull(evaluations.rescoreTo))
    .orderBy(asc(evaluations.createdAt), asc(evaluations.id))
    .all();
}

/** Asks for the numbers under a grader, whatever was asked for before. @returns how many evaluations there are */
export function askForRescore(
  db: Pick<Db, "update">,
  { ids, graderVersion }: { readonly ids: readonly string[]; readonly graderVersion: string },
): number {
  return db
    .update(evaluations)
    .set({ rescoreTo: graderVersion })
    .where(inArray(evaluations.id, [...ids]))
    .run().changes;
}

/** The same where nothing is asked for yet: what is will make the numbers anew as well. */
export function askForNumbers(
  db: Pick<Db, "update">,
  { id, graderVersion }: { readonly id: string; readonly graderVersion: string },
): void {
  db.update(evaluations)
    .set({ rescoreTo: graderVersion })
    .where(and(eq(evaluations.id, id), isNull(evaluations.rescoreTo)))
    .run();
}

/**
 * Asks for the answers that an older grader judged before the app was upgraded in the middle of an evaluation: what comes
 * from now on is judged by the newer one.
 */
export function askForInterrupted(db: Db, graderVersion: string): number {
  return db
    .update(evaluations)
    .set({ rescoreTo: graderVersion })
    .where(
      and(
        isNull(evaluations.rescoreTo),
        notInArray(evaluations.status, ["finished", "cancelled"]),
        ne(evaluations.graderVersion, graderVersion),
        sql`exists (select 1 from ${evaluationVerdicts} v
          where v.evaluation_id = ${evaluations.id} and v.grader_version <> ${graderVersion})`,
      ),
    )
    .run().changes;
}

/**
 * Says that the numbers are made, unless something else was asked for meanwhile, or a ruling came that they may not have.
 * @returns whether it was so
 */
export function rescoreDone(
  db: Pick<Db, "run">,
  { id, rescoreTo, rulings }: { readonly id: string; readonly rescoreTo: string; readonly rulings: number },
): boolean {
  return (
    db.run(sql`update evaluations set rescore_to = null
      where id = ${id} and rescore_to = ${rescoreTo} and (select count(*) from answer_rulings) = ${rulings}`)
      .changes === 1
  );
}

/** The problems of an evaluation in the order in which they are taken, with what grading needs to know. */
export function itemsToGrade(db: Db, evaluationId: string) {
  return db
    .select({
      problemId: problems.id,
      source: problemSets.source,
      externalId: problems.externalId,
      answer: problems.answer,
      grading: problems.grading,
    })
    .from(evaluationItems)
    .innerJoin(problems, eq(problems.id, evaluationItems.problemId))
    .innerJoin(problemSets, eq(problemSets.id, problems.setId))
    .where(eq(evaluationItems.evaluationId, evaluationId))
    .orderBy(asc(evaluationItems.position))
    .all();
}
export type ItemRow = ReturnType<typeof itemsToGrade>[number];

export interface UngradedSample {
  readonly callId: string;
  readonly sampleIndex: number;
  readonly text: string;
}

/** Answers to one problem that a grader has not judged. */
export function ungradedSamples(
  db: Pick<Db, "select">,
  sought: { readonly evaluationId: string; readonly problemId: string; readonly graderVersion: string },
): UngradedSample[] {
  const { evaluationId, problemId, graderVersion } = sought;
  const calls = db
    .select({ id: evaluationCalls.id, samples: evaluationCalls.samples })
    .from(evaluationCalls)
    .where(and(eq(evaluationCalls.evaluationId, evaluationId), eq(evaluationCalls.problemId, problemId)))
    .all();
  const judged = db
    .select({ callId: evaluationVerdicts.callId, sampleIndex: evaluationVerdicts.sampleIndex })
    .from(evaluationVerdicts)
    .where(
      and(
        eq(evaluationVerdicts.evaluationId, evaluationId),
        eq(evaluationVerdicts.graderVersion, graderVersion),
        eq(evaluationVerdicts.problemId, problemId),
      ),
    )
    .all();
  const known = new Set(judged.map(({ callId, sampleIndex }) => `${callId}/${String(sampleIndex)}`));
  return calls.flatMap(({ id, samples }) =>
    samples
      .map(({ text }, sampleIndex) => ({ callId: id, sampleIndex, text }))
      .filter(({ sampleIndex }) => !known.has(`${id}/${String(sampleIndex)}`)),
  );
}

/** Adds verdicts; one that is there already stays. */
export function insertVerdicts(
  db: Pick<Db, "insert">,
  of: { readonly evaluationId: string; readonly problemId: string; readonly graderVersion: string },
  graded: readonly (Grade & Omit<UngradedSample, "text">)[],
): void {
  if (graded.length === 0) return;
  db.insert(evaluationVerdicts)
    .values(
      graded.map(({ callId, sampleIndex, verdict, extracted, rule }) => ({
        ...of,
        callId,
        sampleIndex,
        verdict,
        extracted,
        rule,
      })),
    )
    .onConflictDoNothing()
    .run();
}

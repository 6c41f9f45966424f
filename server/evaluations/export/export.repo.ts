import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationCalls, evaluationItems, evaluationVerdicts, problems } from "@/db/schema";

/** The items of an evaluation in their order. */
export function listExportItems(db: Db, evaluationId: string) {
  return db
    .select({
      problemId: problems.id,
      externalId: problems.externalId,
      position: evaluationItems.position,
      status: evaluationItems.status,
      level: problems.level,
      subject: problems.subject,
      statement: problems.statement,
      answer: problems.answer,
    })
    .from(evaluationItems)
    .innerJoin(problems, eq(problems.id, evaluationItems.problemId))
    .where(eq(evaluationItems.evaluationId, evaluationId))
    .orderBy(asc(evaluationItems.position))
    .all();
}
export type ItemRow = ReturnType<typeof listExportItems>[number];

interface Asked {
  readonly evaluationId: string;
  readonly problemId: string;
  readonly graderVersion: string;
}

/** Every call about one item, pass by pass, in the order of their samples. */
export function callsOfItem(db: Db, { evaluationId, problemId }: Asked) {
  return db
    .select()
    .from(evaluationCalls)
    .where(and(eq(evaluationCalls.evaluationId, evaluationId), eq(evaluationCalls.problemId, problemId)))
    .orderBy(asc(evaluationCalls.pass), asc(evaluationCalls.firstSample))
    .all();
}
export type CallRow = ReturnType<typeof callsOfItem>[number];

export function verdictsOfItem(db: Db, { evaluationId, problemId, graderVersion }: Asked) {
  return db
    .select()
    .from(evaluationVerdicts)
    .where(
      and(
        eq(evaluationVerdicts.evaluationId, evaluationId),
        eq(evaluationVerdicts.graderVersion, graderVersion),
        eq(evaluationVerdicts.problemId, problemId),
      ),
    )
    .all();
}

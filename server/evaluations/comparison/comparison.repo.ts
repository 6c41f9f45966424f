import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationItems, evaluations, models, problems, runs } from "@/db/schema";
import type { JobStatus } from "@/server/jobs/jobs.schema";
import type { EvaluationView } from "../evaluation-view";
import { findEvaluation } from "../work/evaluations.repo";
import { toEvaluationView, toEvaluationViews } from "../work/to-evaluation-view";

/** Finished, or on the way; cancelled ones stand for nothing. */
const STANDING = [
  "finished",
  "queued",
  "running",
  "pausing",
  "paused",
] as const satisfies readonly JobStatus[];

/** Every evaluation of some models that counts or may come to count, the newest first. */
export function evaluationsOf(db: Db, modelIds: readonly string[]): EvaluationView[] {
  const rows = db
    .select()
    .from(evaluations)
    .where(and(inArray(evaluations.modelId, [...modelIds]), inArray(evaluations.status, [...STANDING])))
    .orderBy(desc(evaluations.createdAt), desc(evaluations.id))
    .all();
  return toEvaluationViews(db, rows);
}

export function evaluationById(db: Db, id: string): EvaluationView | null {
  const row = findEvaluation(db, id);
  return row === null ? null : toEvaluationView(db, row);
}

export interface ModelFacts {
  readonly id: string;
  readonly name: string;
  readonly parentModelId: string | null;
  readonly round: number | null;
  readonly trainedOnRunIds: readonly string[] | null;
}

/** All models, the older first. */
export function allModels(db: Db): ModelFacts[] {
  return db
    .select({
      id: models.id,
      name: models.name,
      parentModelId: models.parentModelId,
      round: models.round,
      trainedOnRunIds: models.trainedOnRunIds,
    })
    .from(models)
    .orderBy(asc(models.createdAt), asc(models.id))
    .all();
}

export function runNamesOf(db: Db, ids: readonly string[]): ReadonlyMap<string, string> {
  if (ids.length === 0) return new Map();
  const rows = db
    .select({ id: runs.id, name: runs.name })
    .from(runs)
    .where(inArray(runs.id, [...ids]))
    .all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Of each model with a finished evaluation: on how many benchmarks. */
export function evaluatedModels(db: Db): ReadonlyMap<string, number> {
  const rows = db
    .select({ id: evaluations.modelId, n: sql<number>`count(distinct ${evaluations.problemSetId})` })
    .from(evaluations)
    .where(eq(evaluations.status, "finished"))
    .groupBy(evaluations.modelId)
    .all();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Items that two evaluations have in common. */
export function countShared(db: Db, a: string, b: string): number {
  const [row] = db.all<{ n: number }>(sql`
    select count(*) n from evaluation_items i join evaluation_items j
      on j.problem_id = i.problem_id and j.evaluation_id = ${b}
    where i.evaluation_id = ${a}`);
  return row?.n ?? 0;
}

export type ItemProblem = Pick<
  typeof problems.$inferSelect,
  "id" | "externalId" | "statement" | "answer" | "level" | "subject"
>;

/** The problems of an evaluation, in its order. */
export function problemsOf(db: Db, evaluationId: string): ItemProblem[] {
  return db
    .select({
      id: problems.id,
      externalId: problems.externalId,
      statement: problems.statement,
      answer: problems.answer,
      level: problems.level,
      subject: problems.subject,
    })
    .from(evaluationItems)
    .innerJoin(problems, eq(problems.id, evaluationItems.problemId))
    .where(eq(evaluationItems.evaluationId, evaluationId))
    .orderBy(asc(evaluationItems.position))
    .all();
}

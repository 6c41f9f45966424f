import { and, asc, count, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationItems, evaluations } from "@/db/schema";
import type { EvaluationSort, ListEvaluations } from "./work.schema";

export type EvaluationRow = typeof evaluations.$inferSelect;

export function findEvaluation(db: Pick<Db, "select">, evaluationId: string): EvaluationRow | null {
  return db.select().from(evaluations).where(eq(evaluations.id, evaluationId)).get() ?? null;
}

const ITEMS_AN_INSERT = 500;

/** Stores an evaluation and its items in order. Call it in a transaction. */
export function insertEvaluation(
  db: Pick<Db, "insert">,
  evaluation: typeof evaluations.$inferInsert,
  problemIds: readonly string[],
): void {
  db.insert(evaluations).values(evaluation).run();
  const rows = problemIds.map((problemId, position) => ({
    evaluationId: evaluation.id,
    problemId,
    position,
    status: "waiting" as const,
  }));
  for (let at = 0; at < rows.length; at += ITEMS_AN_INSERT) {
    db.insert(evaluationItems)
      .values(rows.slice(at, at + ITEMS_AN_INSERT))
      .run();
  }
}

type Filter = Omit<ListEvaluations, "page" | "sort">;

function filterOf({ modelId, benchmarkId, batchId, status }: Filter): SQL | undefined {
  return and(
    modelId === null ? undefined : eq(evaluations.modelId, modelId),
    benchmarkId === null ? undefined : eq(evaluations.problemSetId, benchmarkId),
    batchId === null ? undefined : eq(evaluations.batchId, batchId),
    status.length === 0 ? undefined : inArray(evaluations.status, status),
  );
}

const setName = sql`(select name from problem_sets where id = ${evaluations.problemSetId})`;

const sorts: Readonly<Record<EvaluationSort, SQL>> = {
  newest: desc(evaluations.createdAt),
  oldest: asc(evaluations.createdAt),
  model: asc(sql`lower(${evaluations.model} ->> 'name')`),
  benchmark: asc(sql`lower(${setName})`),
  tokens: desc(evaluations.generatedTokens),
};

interface ListParams extends Filter {
  /** @default "newest" */
  readonly sort?: EvaluationSort;
  readonly limit: number;
  readonly offset: number;
}

/** A page of evaluations; those of equal place the newest first. */
export function listEvaluationRows(
  db: Db,
  { limit, offset, sort = "newest", ...filter }: ListParams,
): EvaluationRow[] {
  return db
    .select()
    .from(evaluations)
    .where(filterOf(filter))
    .orderBy(sorts[sort], desc(evaluations.createdAt), desc(evaluations.id))
    .limit(limit)
    .offset(offset)
    .all();
}

export function countEvaluations(db: Db, filter: Filter): number {
  return db.select({ n: count() }).from(evaluations).where(filterOf(filter)).get()?.n ?? 0;
}

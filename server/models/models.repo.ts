import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluations, models, runs } from "@/db/schema";
import { modelIdentity } from "./model-identity";

export type ModelRow = typeof models.$inferSelect;
export type NewModel = typeof models.$inferInsert;

export function listModelRows(db: Db): ModelRow[] {
  return db.select().from(models).orderBy(asc(models.createdAt), asc(models.name)).all();
}

export function findModel(db: Db, id: string): ModelRow | null {
  return db.select().from(models).where(eq(models.id, id)).get() ?? null;
}

export function findModelByName(db: Db, name: string): ModelRow | null {
  return db.select().from(models).where(eq(models.name, name)).get() ?? null;
}

export function insertModel(db: Db, row: NewModel): ModelRow {
  return db.insert(models).values(row).returning().get();
}

export function insertModelIfNew(db: Db, row: NewModel): void {
  db.insert(models).values(row).onConflictDoNothing().run();
}

/** @returns the row as it is now, or null where it is gone */
export function updateModel(
  db: Pick<Db, "update">,
  id: string,
  change: Partial<Omit<NewModel, "id">>,
): ModelRow | null {
  return db.update(models).set(change).where(eq(models.id, id)).returning().all()[0] ?? null;
}

/** Changes a row only while it has `status`. @returns whether it had */
export function updateModelIn(
  db: Db,
  { id, status }: Pick<ModelRow, "id" | "status">,
  change: Partial<Omit<NewModel, "id">>,
): boolean {
  const where = and(eq(models.id, id), eq(models.status, status));
  return db.update(models).set(change).where(where).run().changes > 0;
}

/** Files that are ready and whose hash nobody knows, the smallest first. */
export function listUnhashed(db: Db): ModelRow[] {
  return db
    .select()
    .from(models)
    .where(
      and(
        inArray(models.kind, ["embedded", "llama-server"]),
        isNotNull(models.filePath),
        isNull(models.fileSha256),
      ),
    )
    .orderBy(asc(models.fileBytes))
    .all();
}

/**
 * Keeps the hash of a file with every entry of that file, and with the evaluations that were launched before it was known.
 */
export function keepFileHash(
  db: Db,
  file: { readonly filePath: string; readonly fileBytes: number; readonly fileSha256: string },
): void {
  const { filePath, fileBytes, fileSha256 } = file;
  db.transaction((tx) => {
    const hashed = tx
      .update(models)
      .set({ fileSha256 })
      .where(and(eq(models.filePath, filePath), eq(models.fileBytes, fileBytes), isNull(models.fileSha256)))
      .returning()
      .all();
    for (const row of hashed) {
      tx.run(sql`update evaluations
        set model = json_set(model, '$.fileSha256', ${fileSha256}, '$.identity', ${modelIdentity(row)})
        where model_id = ${row.id} and model ->> 'fileSha256' is null`);
    }
  });
}

export function nextWantedDownload(db: Db): ModelRow | null {
  const wanted = db.select().from(models).where(eq(models.status, "downloading"));
  return wanted.orderBy(asc(models.fileBytes)).get() ?? null;
}

export function deleteModel(db: Pick<Db, "delete">, id: string): void {
  db.delete(models).where(eq(models.id, id)).run();
}

/** What was trained from a model directly. */
export function childrenOf(db: Pick<Db, "select">, id: string): ModelRow[] {
  return db.select().from(models).where(eq(models.parentModelId, id)).all();
}

export function countEvaluationsOfModel(db: Db, id: string): number {
  return db.select({ n: count() }).from(evaluations).where(eq(evaluations.modelId, id)).get()?.n ?? 0;
}

const RUNS_TO_CHOOSE_FROM = 500;

/** Runs whose pairs or solutions can have trained a model, the newest first. */
export function listTrainingRuns(db: Db) {
  return db
    .select({ id: runs.id, name: runs.name, policyModelId: runs.policyModelId })
    .from(runs)
    .where(or(gt(runs.pairCount, 0), eq(runs.kind, "rejection-sampling")))
    .orderBy(desc(runs.createdAt))
    .limit(RUNS_TO_CHOOSE_FROM)
    .all();
}

/** Which of these runs there are. */
export function knownRunIds(db: Db, ids: readonly string[]): string[] {
  const known = db
    .select({ id: runs.id })
    .from(runs)
    .where(inArray(runs.id, [...ids]))
    .all();
  return known.map(({ id }) => id);
}

/** Runs that have the model as policy, small model or scorer. */
export function countRunsOfModel(db: Db, id: string): number {
  const used = or(eq(runs.policyModelId, id), eq(runs.smallModelId, id), eq(runs.scorerModelId, id));
  return db.select({ runs: count() }).from(runs).where(used).get()?.runs ?? 0;
}

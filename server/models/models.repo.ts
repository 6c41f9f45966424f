import { and, asc, count, eq, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { models, runs } from "@/db/schema";

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
export function updateModel(db: Db, id: string, change: Partial<Omit<NewModel, "id">>): ModelRow | null {
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

export function nextWantedDownload(db: Db): ModelRow | null {
  const wanted = db.select().from(models).where(eq(models.status, "downloading"));
  return wanted.orderBy(asc(models.fileBytes)).get() ?? null;
}

export function deleteModel(db: Db, id: string): void {
  db.delete(models).where(eq(models.id, id)).run();
}

/** Runs that have the model as policy, small model or scorer. */
export function countRunsOfModel(db: Db, id: string): number {
  const used = or(eq(runs.policyModelId, id), eq(runs.smallModelId, id), eq(runs.scorerModelId, id));
  return db.select({ runs: count() }).from(runs).where(used).get()?.runs ?? 0;
}

import { inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { measurements } from "@/db/schema";

export type MeasurementRow = typeof measurements.$inferSelect;

/** SQLite takes at most 32,766 values. */
const IDS_AT_ONCE = 1000;

/** Known measurements by id. */
export function findMeasurements(db: Db, ids: readonly string[]): Map<string, MeasurementRow> {
  const found = new Map<string, MeasurementRow>();
  for (let first = 0; first < ids.length; first += IDS_AT_ONCE) {
    const part = ids.slice(first, first + IDS_AT_ONCE);
    for (const row of db.select().from(measurements).where(inArray(measurements.id, part)).all())
      found.set(row.id, row);
  }
  return found;
}

/** Keeps measurements; one that another problem recorded meanwhile stays as it is. */
export function keepMeasurements(db: Db, rows: readonly MeasurementRow[]): void {
  for (let first = 0; first < rows.length; first += IDS_AT_ONCE)
    db.insert(measurements)
      .values(rows.slice(first, first + IDS_AT_ONCE))
      .onConflictDoNothing()
      .run();
}

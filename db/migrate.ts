import path from "node:path";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Connection } from "./client";

/**
 * Brings a database to the newest schema.
 *
 * Foreign keys are off meanwhile: the migrator runs each file inside a transaction, where SQLite ignores the
 * generated `PRAGMA foreign_keys=OFF`, so rebuilding a parent table would delete its children.
 * @throws Error when a migration left rows that point nowhere.
 */
export function migrateDatabase({ db, sqlite }: Connection, folder = path.resolve("db/migrations")): void {
  sqlite.pragma("foreign_keys = OFF");
  try {
    migrate(db, { migrationsFolder: folder });
    const orphans = sqlite.pragma("foreign_key_check");
    if (Array.isArray(orphans) && orphans.length > 0) {
      throw new Error(`The migration left ${orphans.length} rows without their parents.`);
    }
  } finally {
    sqlite.pragma("foreign_keys = ON");
  }
}

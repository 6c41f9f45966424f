/**
 * `db` owns the SQLite file: connection, pragmas, migrations and one schema file a capability. It holds no
 * rule of the product and imports foundation and the status lists of `*.schema.ts` only.
 */
import fs from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { applyPragmas } from "./pragmas";
import * as schema from "./schema";

export type Db = BetterSQLite3Database<typeof schema>;

export interface Connection {
  readonly db: Db;
  readonly sqlite: Database.Database;
}

/** Opens (and makes, with its folder) a database; `:memory:` for one that lives as long as the connection. */
export function openDatabase(file: string): Connection {
  if (file !== ":memory:") fs.mkdirSync(path.dirname(file), { recursive: true });
  const sqlite = new Database(file);
  applyPragmas(sqlite);
  return { db: drizzle(sqlite, { schema }), sqlite };
}

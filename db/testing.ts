import { openDatabase, type Connection } from "./client";
import { migrateDatabase } from "./migrate";

/** A new in-memory database with the real migrations. */
export function openTestDatabase(): Connection {
  const connection = openDatabase(":memory:");
  migrateDatabase(connection);
  return connection;
}

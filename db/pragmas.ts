import type Database from "better-sqlite3";

/** Settings of every connection. WAL lets the web process read while the worker writes. */
export function applyPragmas(connection: Database.Database): void {
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = NORMAL");
  connection.pragma("busy_timeout = 5000");
  connection.pragma("cache_size = -65536");
  connection.pragma("temp_store = MEMORY");
  connection.pragma("foreign_keys = ON");
}

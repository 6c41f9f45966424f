import type { Db } from "./client";

/**
 * A statement that is built and prepared once a connection: drizzle builds the SQL anew for every call otherwise, which costs more
 * than SQLite's own work on a small row. It also runs inside a transaction of that connection.
 */
export function preparedOnce<Statement>(build: (db: Db) => Statement): (db: Db) => Statement {
  const made = new WeakMap<Db, Statement>();
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    const statement = build(db);
    made.set(db, statement);
    return statement;
  };
}

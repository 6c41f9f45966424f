import { openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { systemClock } from "@/server/foundation/clock";
import type { Env } from "@/server/foundation/env";
import { ensureCatalogue } from "@/server/models/catalogue";
import { failInterruptedImports } from "@/server/problems/problem-sets.service";

/** Brings the database to the newest schema and puts into it what every start needs. */
export function prepareDatabase(env: Env): void {
  const connection = openDatabase(env.databaseFile);
  migrateDatabase(connection);
  ensureCatalogue({ db: connection.db, clock: systemClock });
  failInterruptedImports(connection.db);
  connection.sqlite.close();
}

import fs from "node:fs";
import { runBin } from "./run-step";

const JOURNAL = "db/migrations/meta/_journal.json";

/** Whether the migrations say what the schema says: generating again must add nothing. */
export async function migrationsAreCurrent(): Promise<boolean> {
  const before = fs.readFileSync(JOURNAL, "utf8");
  const code = await runBin("drizzle-kit", [
    "generate",
    "--config",
    "db/drizzle.config.ts",
    "--name",
    "missing",
  ]);
  return code === 0 && fs.readFileSync(JOURNAL, "utf8") === before;
}

import { sql } from "drizzle-orm";
import { runProblems, runs } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/foundation/clock";
import { launchRunSchema } from "@/server/runs/runs.schema";
import { getRun, launchRun } from "@/server/runs/runs.service";
import { scriptedEngine, workOnce } from "@/server/runs/testing/scripted-run";
import { seedForRuns, smallLaunch } from "@/server/runs/testing/seed";

const PROBLEMS = 200;

/** How fast a run comes back to where it was: every problem is taken up again, and every answer is on record. */
export async function benchReplay(): Promise<{ problems: number; calls: number; seconds: number }> {
  const { db, sqlite } = openTestDatabase();
  const launch = launchRunSchema.parse(smallLaunch(seedForRuns(db, { problems: PROBLEMS }), PROBLEMS));
  const { id } = launchRun({ db, clock: systemClock }, launch);
  const models = { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") };
  await workOnce(db, models);
  const calls = getRun(db, id).callCount;

  db.update(runProblems).set({ status: "active" }).run();
  db.update(runs).set({ status: "queued", problemsDone: 0 }).run();
  const started = performance.now();
  await workOnce(db, models);
  const seconds = (performance.now() - started) / 1000;

  const asked = db
    .select({ n: sql<number>`count(*)` })
    .from(runs)
    .where(sql`call_count <> ${calls}`)
    .get();
  if (asked?.n !== 0) throw new Error("The replay asked the engine again.");
  sqlite.close();
  return { problems: PROBLEMS, calls, seconds };
}

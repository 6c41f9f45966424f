import { eq } from "drizzle-orm";
import pino from "pino";
import { runs } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { readEnv } from "@/server/foundation/env";
import { createCallerFactory } from "@/server/trpc/init";
import { runsRouter } from "@/server/trpc/routers/runs";
import type { LaunchInput } from "../steering.schema";
import { seedForRuns, smallLaunch } from "./seed";

/** The runs router over a new database with a small set and two scripted models; every call comes a second later. */
export function openRuns(problems = 4) {
  const { db } = openTestDatabase();
  const seeded = seedForRuns(db, { problems });
  let now = 1_000_000;
  const clock = { now: () => (now += 1_000), sleep: () => Promise.resolve() };
  const ctx = {
    db,
    clock,
    env: readEnv({ NODE_ENV: "test" }),
    logger: pino({ level: "silent" }),
    actor: TEST_ADMIN,
  };
  const caller = createCallerFactory(runsRouter)(ctx);
  return {
    db,
    clock,
    seeded,
    runs: caller,
    async launch(change: Partial<LaunchInput> = {}): Promise<string> {
      const run = await caller.launch({ ...smallLaunch(seeded, problems), ...change });
      return run.id;
    },
    change(id: string, values: Partial<typeof runs.$inferInsert>): void {
      db.update(runs).set(values).where(eq(runs.id, id)).run();
    },
  };
}

import pino from "pino";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { readEnv } from "@/server/foundation/env";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { createCallerFactory } from "@/server/trpc/init";
import { runsRouter } from "@/server/trpc/routers/runs";
import { seedForRuns, smallLaunch } from "./testing/seed";
import { LEASE_MS } from "@/server/jobs/tunables";
import { registerWorker } from "@/server/jobs/workers.repo";

function openRuns(now = 1_000_000) {
  const { db } = openTestDatabase();
  const seeded = seedForRuns(db, { problems: 3 });
  const clock = { now: () => now, sleep: () => Promise.resolve() };
  const ctx = {
    db,
    clock,
    env: readEnv({ NODE_ENV: "test" }),
    logger: pino({ level: "silent" }),
    actor: TEST_ADMIN,
  };
  return { db, seeded, runs: createCallerFactory(runsRouter)(ctx) };
}

describe("names of what a run works with", () => {
  it("names both models and the set", async () => {
    const { runs, seeded } = openRuns();
    const { id } = await runs.launch(smallLaunch(seeded, 2));
    expect(await runs.names({ runId: id })).toEqual({
      policy: "Scripted policy",
      smallModel: "Scripted small model",
      problemSet: "Additions",
    });
  });

  it("leaves the small model out where there is none", async () => {
    const { runs, seeded } = openRuns();
    const { id } = await runs.launch({ ...smallLaunch(seeded, 2), smallModelId: null });
    expect(await runs.names({ runId: id })).toMatchObject({ smallModel: null });
  });

  it("says which run is not there", async () => {
    const { runs } = openRuns();
    await expect(runs.names({ runId: "run_none" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "There is no run run_none.",
    });
  });
});

describe("state of the worker", () => {
  it.each([
    ["none was ever there", null, false],
    ["one was heard within a lease", LEASE_MS - 1, true],
    ["one was last heard a lease ago", LEASE_MS, false],
  ])("%s", async (_case, silentFor, alive) => {
    const now = 1_000_000;
    const { db, runs } = openRuns(now);
    if (silentFor !== null) {
      registerWorker(db, { id: "w", pid: 1, startedAt: 0, heartbeatAt: now - silentFor });
    }
    expect(await runs.worker()).toEqual({ alive });
  });
});

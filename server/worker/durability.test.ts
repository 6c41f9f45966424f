import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase, type Connection } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { models, runs } from "@/db/schema";
import { systemClock } from "@/server/foundation/clock";
import { seededRng } from "@/server/foundation/rng";
import { launchRunSchema } from "@/server/runs/runs.schema";
import { getRun, launchRun } from "@/server/runs/runs.service";
import { contentsOf } from "@/server/runs/testing/scripted-run";
import { seedForRuns, smallLaunch } from "@/server/runs/testing/seed";

const PROBLEMS = 6;
const cleanUps: (() => void)[] = [];

afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

interface Home {
  readonly folder: string;
  readonly connection: Connection;
  readonly runId: string;
}

/** A data folder with one queued run whose policy takes its time to answer. */
function makeHome(): Home {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sphere-durability-"));
  const connection = openDatabase(path.join(folder, "sphere.db"));
  migrateDatabase(connection);
  const { db } = connection;
  const seeded = seedForRuns(db, { problems: PROBLEMS });
  db.update(models).set({ script: "slow" }).where(eq(models.id, seeded.policyId)).run();
  const { id } = launchRun({ db, clock: systemClock }, launchRunSchema.parse(smallLaunch(seeded, PROBLEMS)));
  cleanUps.push(() => {
    connection.sqlite.close();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return { folder, connection, runId: id };
}

function startWorker(home: Home): ChildProcess {
  const worker = spawn(process.execPath, ["--import", "tsx", "server/worker/main.ts"], {
    env: { ...process.env, SPHERE_HOME: home.folder, LOG_LEVEL: "error" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  cleanUps.unshift(() => worker.kill("SIGKILL"));
  return worker;
}

function kill(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    worker.once("exit", () => {
      resolve();
    });
  });
  worker.kill(signal);
  return ended;
}

const callCount = (home: Home): number => getRun(home.connection.db, home.runId).callCount;

async function until(condition: () => boolean): Promise<void> {
  for (let tick = 0; tick < 2_400; tick++) {
    if (condition()) return;
    await systemClock.sleep(25);
  }
  throw new Error("It did not come to pass within a minute.");
}

const finished = (home: Home) => (): boolean => getRun(home.connection.db, home.runId).status === "finished";

describe("the worker process", () => {
  it(
    "killed five times at random, ends with what an undisturbed run ends with",
    { timeout: 180_000 },
    async () => {
      const calm = makeHome();
      const calmWorker = startWorker(calm);
      const rough = makeHome();
      const random = seededRng("five kills");
      for (let round = 0; round < 5; round++) {
        const before = callCount(rough);
        const worker = startWorker(rough);
        const more = 1 + Math.floor(random() * 4);
        await until(() => callCount(rough) >= before + more || finished(rough)());
        await systemClock.sleep(random() * 300);
        await kill(worker, "SIGKILL");
      }
      expect(finished(rough)()).toBe(false);
      startWorker(rough);
      await until(finished(rough));
      await until(finished(calm));
      await kill(calmWorker, "SIGTERM");
      expect(contentsOf(rough.connection.db, rough.runId)).toEqual(
        contentsOf(calm.connection.db, calm.runId),
      );
      const orphans = rough.connection.sqlite.pragma("foreign_key_check");
      expect(orphans).toEqual([]);
    },
  );

  it("leaves a run to the next worker when it is asked to end", { timeout: 60_000 }, async () => {
    const home = makeHome();
    const first = startWorker(home);
    await until(() => callCount(home) >= 2);
    await kill(first, "SIGTERM");
    const row = home.connection.db.select().from(runs).where(eq(runs.id, home.runId)).get();
    expect(row).toMatchObject({ status: "running", leaseId: null });
    startWorker(home);
    await until(finished(home));
  });

  it("shares a data folder with a second worker without doubling anything", { timeout: 60_000 }, async () => {
    const home = makeHome();
    const [first, second] = [startWorker(home), startWorker(home)];
    await until(finished(home));
    await Promise.all([kill(first, "SIGTERM"), kill(second, "SIGTERM")]);
    expect(getRun(home.connection.db, home.runId)).toMatchObject({
      problemsDone: PROBLEMS,
      problemsFailed: 0,
    });
  });
});

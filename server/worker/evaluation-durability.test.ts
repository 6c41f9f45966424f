import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase, type Connection } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { models } from "@/db/schema";
import { systemClock } from "@/server/foundation/clock";
import { seededRng } from "@/server/foundation/rng";
import { insertBenchmark, insertModel } from "@/server/evaluations/testing/insert-benchmark";
import { evaluated, evaluateOnce, twoPasses } from "@/server/evaluations/testing/open-evaluations";
import { launchEvaluationsSchema } from "@/server/evaluations/evaluations.schema";
import { getEvaluation } from "@/server/evaluations/work/lifecycle.service";
import { launchEvaluations } from "@/server/evaluations/work/launch.service";
import { databaseAnswerBook } from "@/server/models/scripted/answer-book";
import { createScriptedEngine } from "@/server/models/scripted/scripted-engine";

const ITEMS = 40;
const cleanUps: (() => void)[] = [];

afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

interface Home {
  readonly folder: string;
  readonly connection: Connection;
  readonly evaluationId: string;
}

/** A data folder with one queued evaluation whose model takes its time to answer. */
function makeHome(): Home {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sphere-evaluation-"));
  const connection = openDatabase(path.join(folder, "sphere.db"));
  migrateDatabase(connection);
  const { db } = connection;
  const benchmarkId = insertBenchmark(db, { name: "Sums", items: ITEMS });
  const modelId = insertModel(db, { id: "model_slow", name: "Slow" });
  db.update(models).set({ script: "slow" }).where(eq(models.id, modelId)).run();
  const launch = launchEvaluationsSchema.parse(twoPasses({ modelId, benchmarkId }));
  const launched = launchEvaluations({ db, clock: systemClock }, launch, null);
  cleanUps.push(() => {
    connection.sqlite.close();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return { folder, connection, evaluationId: launched.evaluations[0]?.id ?? "" };
}

function startWorker(home: Home): ChildProcess {
  const worker = spawn(process.execPath, ["--import", "tsx", "server/worker/main.ts"], {
    env: { ...process.env, SPHERE_HOME: home.folder, LOG_LEVEL: "error" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  cleanUps.unshift(() => worker.kill("SIGKILL"));
  return worker;
}

function kill(worker: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    worker.once("exit", () => {
      resolve();
    });
  });
  worker.kill("SIGKILL");
  return ended;
}

const stands = ({ connection, evaluationId }: Home) => getEvaluation(connection.db, evaluationId);

async function until(condition: () => boolean): Promise<void> {
  for (let tick = 0; tick < 2_400; tick++) {
    if (condition()) return;
    await systemClock.sleep(25);
  }
  throw new Error("It did not come to pass within a minute.");
}

/** What the same evaluation comes to in this process, with nobody to disturb it. */
async function undisturbed(): Promise<Home> {
  const home = makeHome();
  const { db } = home.connection;
  const atOnce = { ...systemClock, sleep: () => Promise.resolve() };
  const engine = createScriptedEngine("slow", { answerOf: databaseAnswerBook(db), clock: atOnce });
  await evaluateOnce(db, { engine });
  return home;
}

describe("the worker process", { timeout: 120_000 }, () => {
  it("killed again and again, and then two at once, ends an evaluation as an undisturbed one ends", async () => {
    const home = makeHome();
    const random = seededRng("kills of an evaluation");
    for (let round = 0; round < 3; round++) {
      const before = stands(home).callCount;
      const worker = startWorker(home);
      const more = 1 + Math.floor(random() * 12);
      await until(() => stands(home).callCount >= before + more);
      await systemClock.sleep(random() * 200);
      await kill(worker);
    }
    expect(stands(home).status).toBe("running");
    startWorker(home);
    startWorker(home);
    await until(() => stands(home).status === "finished");

    const calm = await undisturbed();
    const { db, sqlite } = home.connection;
    expect(evaluated(db, home.evaluationId)).toEqual(evaluated(calm.connection.db, calm.evaluationId));
    expect(stands(home)).toMatchObject({ itemsDone: ITEMS, itemsFailed: 0, callCount: 2 * ITEMS });
    expect(stands(home).generatedTokens).toBe(stands(calm).generatedTokens);
    expect(sqlite.pragma("foreign_key_check")).toEqual([]);
  });
});

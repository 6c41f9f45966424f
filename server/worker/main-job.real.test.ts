import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Connection } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { calls, chains, models, problemSets, runProblems } from "@/db/schema";
import { systemClock } from "@/server/foundation/clock";
import { createLogger } from "@/server/foundation/logger";
import { openEmbeddedEngine } from "@/server/models/embedded/embedded-engine";
import { smallModelFile } from "@/server/models/testing/test-model-file";
import { importStarter } from "@/server/problems/starter.service";
import { exportPairs } from "@/server/runs/export-pairs";
import { launchRunSchema } from "@/server/runs/runs.schema";
import { getRun, launchRun } from "@/server/runs/runs.service";
import { createDispatcher } from "@/server/models/dispatcher";
import { watchEngineHealth } from "@/server/models/engine-health";
import { runLoop } from "./run-loop";

const MODEL = "smollm2-135m-instruct";

let folder: string;
let connection: Connection;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "sphere-real-"));
  connection = openDatabase(path.join(folder, "sphere.db"));
  migrateDatabase(connection);
});
afterAll(() => {
  connection.sqlite.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe("the main job on a real 135M model", () => {
  it("goes from starter problems to an export, every text traced to its call", async () => {
    const { db } = connection;
    const file = await smallModelFile();
    await importStarter(
      { db, clock: systemClock, env: { home: folder, dataDir: undefined } },
      { seed: 1, count: 12 },
    );
    const set = db.select().from(problemSets).get();
    db.insert(models)
      .values({ id: MODEL, name: MODEL, kind: "embedded", status: "ready", filePath: file, createdAt: 0 })
      .run();
    const launch = launchRunSchema.parse({
      name: "Real",
      policyModelId: MODEL,
      problemSetId: set?.id,
      problemCount: 3,
      config: {
        rootSamples: 4,
        rolloutsPerPrefix: 2,
        maxTokens: 120,
        correctionSamples: 2,
        correctionRounds: 1,
      },
    });
    const { id } = launchRun({ db, clock: systemClock }, launch);

    await workUntilOver(id, file);

    const run = getRun(db, id);
    expect(run).toMatchObject({ status: "finished", problemsDone: 3, problemsFailed: 0, failedCallCount: 0 });
    const solved = db.select().from(calls).where(eq(calls.purpose, "solve")).all();
    expect(solved.map(({ samples }) => samples.length)).toEqual([4, 4, 4]);
    expect(run.generatedTokens).toBeGreaterThan(12);
    for (const chain of db.select().from(chains).where(eq(chains.origin, "root-sample")).all()) {
      const call = db.select().from(calls).where(eq(calls.id, chain.callId)).get();
      // A chain ends where its answer does; the sample may go on.
      expect(call?.samples[chain.sampleIndex]?.text.startsWith(chain.steps.join(""))).toBe(true);
    }
    const [problem] = db.select().from(runProblems).all();
    expect(problem?.renderedPrompt).toContain("<|im_start|>user");
    expect([...exportPairs(db, id, "trl")]).toHaveLength(run.pairCount);
  });
});

async function workUntilOver(runId: string, file: string): Promise<void> {
  const { db } = connection;
  const logger = createLogger("test", "silent");
  const engine = await openEmbeddedEngine({ file, contextTokens: 1024 });
  const model = {
    id: MODEL,
    identity: MODEL,
    engine,
    dispatcher: createDispatcher(engine, { clock: systemClock, logger }),
    health: watchEngineHealth(),
  };
  const engines = {
    acquire: () => Promise.resolve(model),
    release: () => undefined,
    closeOutdated: () => Promise.resolve(),
    close: () => engine.close(),
  };
  const stop = new AbortController();
  const loop = runLoop({ db, clock: systemClock, logger, engines, workerId: "worker", signal: stop.signal });
  while (!["finished", "paused"].includes(getRun(db, runId).status)) await systemClock.sleep(100);
  stop.abort();
  await loop;
  await engines.close();
}

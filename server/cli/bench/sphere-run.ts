import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { systemClock } from "@/server/foundation/clock";
import type { Dispatcher } from "@/server/models/dispatcher";
import type { Engine } from "@/server/models/engine";
import { watchEngineHealth } from "@/server/models/engine-health";
import { executeRun } from "@/server/runs/execute-run";
import { claimNextRun } from "@/server/runs/lifecycle.repo";
import { launchRunSchema, type LaunchRunInput } from "@/server/runs/runs.schema";
import { getRun, launchRun } from "@/server/runs/runs.service";
import { seedForRuns, smallLaunch } from "@/server/runs/testing/seed";

export interface SphereRunOptions {
  readonly engine: Engine;
  readonly dispatcher: Dispatcher;
  readonly problems: number;
  /** Ends it before its problems are done. */
  readonly signal?: AbortSignal;
  /** Called once the database is filled and the work begins. */
  readonly onStart?: () => void;
  readonly config?: LaunchRunInput["config"];
}

export interface SphereRunFigures {
  readonly problems: number;
  readonly calls: number;
  /** As the journal has them. */
  readonly generatedTokens: number;
  readonly seconds: number;
}

/** A whole run as the worker does it, its journal in a database of its own; the policy is its own small model. */
export async function sphereRun(options: SphereRunOptions): Promise<SphereRunFigures> {
  const { engine, dispatcher, problems, signal = new AbortController().signal } = options;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sphere-bench-"));
  const connection = openDatabase(path.join(folder, "bench.sqlite"));
  const { db, sqlite } = connection;
  try {
    migrateDatabase(connection);
    const launch = { ...smallLaunch(seedForRuns(db, { problems }), problems), config: options.config };
    const { id } = launchRun({ db, clock: systemClock }, launchRunSchema.parse(launch));
    const claimed = claimNextRun(db, { leaseId: "bench", now: systemClock.now() });
    if (claimed === null) throw new Error("There is no run to take.");
    const model = { id: "model_policy", identity: "bench", engine, dispatcher, health: watchEngineHealth() };
    options.onStart?.();
    const started = performance.now();
    const end = await executeRun(
      {
        db,
        clock: systemClock,
        models: { policy: model, small: model, scorer: null },
        signal,
      },
      claimed,
    );
    const seconds = (performance.now() - started) / 1000;
    const run = getRun(db, id);
    const wanted = signal.aborted ? "stopped" : "finished";
    if (end.kind !== wanted || run.problemsFailed > 0)
      throw new Error(`The run ended as ${end.kind} with ${run.problemsFailed} failed problems.`);
    return { problems, calls: run.callCount, generatedTokens: run.generatedTokens, seconds };
  } finally {
    sqlite.close();
    fs.rmSync(folder, { recursive: true });
  }
}

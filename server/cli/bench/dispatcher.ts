import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { systemClock } from "@/server/foundation/clock";
import { openEmbeddedEngine } from "@/server/models/embedded/embedded-engine";
import { defaultLayout } from "@/server/models/embedded/layout";
import { connectionTo } from "@/server/models/openai/connection";
import { openOpenAiEngine } from "@/server/models/openai/openai-engine";
import { readEnv } from "@/server/foundation/env";
import { catalogueEntry } from "@/server/models/catalogue-entries";
import { smallModelFile } from "@/server/models/testing/test-model-file";
import { DEFAULT_SPHERE_CONFIG, type SphereConfig } from "@/server/sphere/config";
import { BENCH_TIMES } from "./bench-times";
import { benchSchedulers, type FreshEngine, type SchedulerFigures } from "./schedulers";
import { startBenchDouble } from "./start-double";

/** As the DVTS of search-and-learn. */
const LOCK_STEP_BATCH = 25;

/** An HTTP server that takes as long as a batching one, under the default configuration. */
export function benchDouble(): Promise<SchedulerFigures> {
  return benchSchedulers({
    open: openDouble,
    sequences: BENCH_TIMES.sequences,
    config: DEFAULT_SPHERE_CONFIG,
    runWindow: { warmUpSeconds: 5, seconds: 8 },
    batch: LOCK_STEP_BATCH,
  });
}

async function openDouble(): Promise<FreshEngine> {
  const double = await startBenchDouble();
  const connection = connectionTo(double.url, "double", null);
  if (connection === null) throw new Error(`${double.url} is no address.`);
  const options = { connection, capabilities: null, maxConcurrency: null, clock: systemClock };
  const engine = await openOpenAiEngine(options);
  return {
    engine,
    generated: () => double.generated(),
    async close() {
      await engine.close();
      double.close();
    },
  };
}

/**
 * Shorter samples and fewer rollouts, so that a minute sees several problems through all of their stages. As many solutions and
 * reflections as by default: fewer of them would have more of each prompt read than written.
 */
const SHORT: SphereConfig = {
  ...DEFAULT_SPHERE_CONFIG,
  rolloutsPerPrefix: 4,
  finalLabelRollouts: 4,
  correctionRounds: 1,
  maxTokens: 160,
};

/** The embedded engine with the 135M model, whose prompts and answers are real. */
export async function benchEmbedded(): Promise<SchedulerFigures> {
  const file = await modelFile();
  const { sequencesPerContext, contexts } = defaultLayout({ cores: os.availableParallelism(), gpu: false });
  const sequences = sequencesPerContext * contexts;
  return await benchSchedulers({
    async open() {
      const engine = await openEmbeddedEngine({ file });
      return { engine, generated: () => engine.counters().generated, close: () => engine.close() };
    },
    sequences,
    config: SHORT,
    runWindow: { warmUpSeconds: 15, seconds: 60 },
    // As many problems to a sequence as with the double.
    batch: Math.max(2, Math.round((sequences * LOCK_STEP_BATCH) / BENCH_TIMES.sequences)),
  });
}

/** The app's own copy, or that of the tests, which is fetched where it is missing. */
async function modelFile(): Promise<string> {
  const own = path.join(readEnv().modelsDir, catalogueEntry("smollm2-135m-instruct")?.fileName ?? "");
  return fs.existsSync(own) && fs.statSync(own).isFile() ? own : smallModelFile();
}

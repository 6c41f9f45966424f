import fs from "node:fs";
import path from "node:path";
import { systemClock } from "@/server/foundation/clock";
import { openEmbeddedEngine } from "@/server/models/embedded/embedded-engine";
import { connectionTo } from "@/server/models/openai/connection";
import { openOpenAiEngine } from "@/server/models/openai/openai-engine";
import { readEnv } from "@/server/foundation/env";
import { catalogueEntry } from "@/server/models/catalogue-entries";
import { smallModelFile } from "@/server/models/testing/test-model-file";
import { DEFAULT_SPHERE_CONFIG, type SphereConfig } from "@/server/sphere/config";
import { BENCH_TIMES } from "./bench-times";
import { benchSchedulers, type SchedulerFigures } from "./schedulers";
import { startBenchDouble } from "./start-double";

/** As the DVTS of search-and-learn. */
const LOCK_STEP_BATCH = 25;

/** An HTTP server that takes as long as a batching one, under the default configuration. */
export async function benchDouble(): Promise<SchedulerFigures> {
  const double = await startBenchDouble();
  const connection = connectionTo(double.url, "double", null);
  if (connection === null) throw new Error(`${double.url} is no address.`);
  const engine = await openOpenAiEngine({
    connection,
    capabilities: null,
    maxConcurrency: null,
    clock: systemClock,
  });
  try {
    return await benchSchedulers({
      engine,
      generated: () => double.generated(),
      sequences: BENCH_TIMES.sequences,
      config: DEFAULT_SPHERE_CONFIG,
      saturatedWindow: { warmUpSeconds: 1, seconds: 3 },
      runWindow: { warmUpSeconds: 6, seconds: 10 },
      batch: LOCK_STEP_BATCH,
    });
  } finally {
    await engine.close();
    double.close();
  }
}

/** Fewer and shorter samples, so that a minute sees several problems through all of their stages. */
const SHORT: SphereConfig = {
  ...DEFAULT_SPHERE_CONFIG,
  rootSamples: 4,
  rolloutsPerPrefix: 4,
  finalLabelRollouts: 4,
  correctionSamples: 4,
  smallModelSamples: 4,
  maxTokens: 96,
};

/** The embedded engine with the 135M model, whose prompts and answers are real. */
export async function benchEmbedded(): Promise<SchedulerFigures> {
  const engine = await openEmbeddedEngine({ file: await modelFile() });
  try {
    return await benchSchedulers({
      engine,
      generated: () => engine.counters().generated,
      sequences: engine.sequences,
      config: SHORT,
      saturatedWindow: { warmUpSeconds: 5, seconds: 25 },
      runWindow: { warmUpSeconds: 15, seconds: 60 },
      // As many problems to a sequence as with the double.
      batch: Math.max(2, Math.round((engine.sequences * LOCK_STEP_BATCH) / BENCH_TIMES.sequences)),
    });
  } finally {
    await engine.close();
  }
}

/** The app's own copy, or that of the tests, which is fetched where it is missing. */
async function modelFile(): Promise<string> {
  const own = path.join(readEnv().modelsDir, catalogueEntry("smollm2-135m-instruct")?.fileName ?? "");
  return fs.existsSync(own) && fs.statSync(own).isFile() ? own : smallModelFile();
}

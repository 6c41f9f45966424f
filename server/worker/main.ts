/**
 * `server/worker` is the background process: the one place where capabilities are put together and run.
 * Nobody imports it. It works on runs, evaluations and downloads, and ends when its parent does.
 */
import { setMaxListeners } from "node:events";
import process from "node:process";
import { openDatabase } from "@/db/client";
import { evaluations, runs } from "@/db/schema";
import { systemClock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import { readEnv } from "@/server/foundation/env";
import { newId } from "@/server/foundation/ids";
import { createLogger } from "@/server/foundation/logger";
import { CURRENT_GRADER } from "@/server/evaluations/regrade/evaluation-grader";
import { hashFiles } from "@/server/models/hash-files";
import { downloadPending } from "@/server/models/download-pending";
import { freeLeasesOf } from "@/server/jobs/lease.repo";
import { HEARTBEAT_MS } from "@/server/jobs/tunables";
import {
  beatWorker,
  isWorkerGone,
  listWorkers,
  registerWorker,
  removeWorker,
} from "@/server/jobs/workers.repo";
import { createEngineHost } from "./engine-host";
import { evaluationLoop } from "./evaluation-loop";
import { isProcessAlive } from "@/server/foundation/process-alive";
import { makeReviewItems } from "./review-items";
import { rescore } from "./rescore";
import { runLoop } from "./run-loop";
import { suggest } from "./suggest";
import { tidyUp } from "./tidy-up";

const env = readEnv();
const logger = createLogger("worker", env.logLevel);
const clock = systemClock;
const { db, sqlite } = openDatabase(env.databaseFile);
const workerId = newId("worker");
const ending = new AbortController();
// All of what the worker does listens, and so does whatever of it sleeps.
setMaxListeners(0, ending.signal);

for (const worker of listWorkers(db)) {
  if (!isWorkerGone(worker, { now: clock.now(), isAlive: isProcessAlive })) continue;
  for (const table of [runs, evaluations]) freeLeasesOf(db, table, worker.id);
  removeWorker(db, worker.id);
}
registerWorker(db, { id: workerId, pid: process.pid, startedAt: clock.now(), heartbeatAt: clock.now() });
const engines = createEngineHost({ db, env, clock, logger });
const heartbeat = setInterval(() => {
  beatWorker(db, workerId, clock.now());
  engines.closeOutdated().catch((error: unknown) => {
    logger.warn({ reason: errorMessage(error) }, "an engine could not be closed");
  });
}, HEARTBEAT_MS);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => ending.abort());
// A parent that was killed cannot say so; its end of the channel closes.
process.on("disconnect", () => ending.abort());

logger.info({ workerId, home: env.home }, "worker is up");
try {
  await Promise.all([
    runLoop({ db, clock, logger, engines, workerId, signal: ending.signal }),
    evaluationLoop({ db, clock, logger, engines, workerId, signal: ending.signal }),
    downloadPending({ db, env, clock, logger }, ending.signal),
    tidyUp({ db, clock, logger }, ending.signal),
    makeReviewItems({ db, clock, logger }, ending.signal),
    suggest({ db, clock, logger, engines }, ending.signal),
    rescore({ db, clock, logger, grader: CURRENT_GRADER }, ending.signal),
    hashFiles({ db, clock, logger }, ending.signal),
  ]);
} finally {
  clearInterval(heartbeat);
  await engines.close();
  removeWorker(db, workerId);
  sqlite.close();
  if (process.connected) process.disconnect();
}

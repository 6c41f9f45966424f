/**
 * `npm run demo`: from a fresh clone to a live SPHERE run in the browser. Fetches two small models, takes real
 * problems where it finds them, starts the app and launches a run sized for two cores. Everything that it finds
 * in place it uses.
 */
import { openDatabase } from "@/db/client";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { ensureBuild } from "../ensure-build";
import { failPlainly } from "../fail-plainly";
import { printLinks, refuseOpenDoors } from "../first-links";
import { prepareDatabase } from "../prepare-database";
import { serveWeb } from "../serve-web";
import { stopOnSignals } from "../stop-on-signals";
import { superviseWorker } from "../supervise-worker";
import { fetchModels } from "./fetch-models";
import { followRun } from "./follow-run";
import { launchDemo } from "./launch-demo";
import { leaveOutOverlap } from "./leave-out-overlap";
import { takeProblems } from "./take-problems";

await failPlainly(async () => {
  const env = readEnv();
  prepareDatabase(env);
  refuseOpenDoors(env);
  const { db } = openDatabase(env.databaseFile);
  const context = { db, env, clock: systemClock };
  const worker = superviseWorker();
  const [setId] = await Promise.all([takeProblems(context), fetchModels(context), ensureBuild()]);
  const web = await serveWeb(env, { dev: false });
  stopOnSignals([worker, web]);
  await leaveOutOverlap(context, setId);
  const run = launchDemo(context, setId);
  console.log(`\nWatch the run:  ${web.url}/runs/${run.id}\n`);
  printLinks(env, web.url);
  await followRun(context, run.id);
  console.log(`\nThe app keeps serving at ${web.url}. Ctrl-C ends it; npm start brings it back.`);
});

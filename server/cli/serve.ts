import { readEnv } from "@/server/foundation/env";
import { prepareDatabase } from "./prepare-database";
import { serveWeb, type ServedWeb } from "./serve-web";
import { stopOnSignals } from "./stop-on-signals";
import { superviseWorker } from "./supervise-worker";

/** The whole app until Ctrl-C: database, worker, pages. */
export async function serve(options: { readonly dev: boolean }): Promise<ServedWeb> {
  const env = readEnv();
  prepareDatabase(env);
  const web = await serveWeb(env, options);
  stopOnSignals([superviseWorker(), web]);
  return web;
}

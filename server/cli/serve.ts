import { readEnv } from "@/server/foundation/env";
import { printLinks, refuseOpenDoors } from "./first-links";
import { prepareDatabase } from "./prepare-database";
import { serveWeb } from "./serve-web";
import { stopOnSignals } from "./stop-on-signals";
import { superviseWorker } from "./supervise-worker";

interface ServeOptions {
  readonly dev: boolean;
  /** Before the address on the terminal. */
  readonly title: string;
}

/** The whole app until Ctrl-C: database, worker, pages. Says on the terminal where it is, and who may set it up. */
export async function serve({ dev, title }: ServeOptions): Promise<void> {
  const env = readEnv();
  prepareDatabase(env);
  refuseOpenDoors(env);
  const web = await serveWeb(env, { dev });
  stopOnSignals([superviseWorker(), web]);
  console.log(`${title}: ${web.url}`);
  printLinks(env, web.url);
}

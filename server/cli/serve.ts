import { fork, type ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import next from "next";
import { openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { systemClock } from "@/server/foundation/clock";
import { readEnv, type Env } from "@/server/foundation/env";
import { failInterruptedImports } from "@/server/problems/problem-sets.service";
import { ensureCatalogue } from "@/server/models/catalogue";

/** A running app: web in this process, the worker beside it. */
export interface Served {
  readonly url: string;
  readonly env: Env;
  stop(): Promise<void>;
}

const WORKER_RESTART_MS = 1_000;

/**
 * Brings the database up to date, starts the worker and serves the pages. The worker is a child with a channel
 * to this process, so that it ends when this process does, however it ends; and it is started again if it dies.
 * @throws Error when the address is taken
 */
export async function serve(options: { readonly dev: boolean }): Promise<Served> {
  const env = readEnv();
  prepareDatabase(env);
  const app = next({ dev: options.dev, hostname: env.host, port: env.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      response.statusCode = 500;
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.port, env.host, resolve);
  });
  const worker = superviseWorker();
  return {
    url: `http://${env.host}:${env.port}`,
    env,
    async stop() {
      await worker.stop();
      server.closeAllConnections();
      server.close();
      await app.close();
    },
  };
}

function prepareDatabase(env: Env): void {
  const connection = openDatabase(env.databaseFile);
  migrateDatabase(connection);
  ensureCatalogue({ db: connection.db, clock: systemClock });
  failInterruptedImports(connection.db);
  connection.sqlite.close();
}

function superviseWorker(): { stop(): Promise<void> } {
  let stopping = false;
  let child = start();

  function start(): ChildProcess {
    const worker = fork("server/worker/main.ts", { execArgv: ["--import", "tsx"], stdio: "inherit" });
    worker.on("exit", (code, signal) => {
      if (stopping) return;
      console.error(`The worker ended (${signal ?? code}); starting it again.`);
      setTimeout(() => {
        if (!stopping) child = start();
      }, WORKER_RESTART_MS);
    });
    return worker;
  }

  return {
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Runs until Ctrl-C, then stops cleanly. */
export function stopOnSignals(served: Served): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      served.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

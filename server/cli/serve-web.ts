import { createServer } from "node:http";
import type { Env } from "@/server/foundation/env";

export interface ServedWeb {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves the pages from this process.
 * @throws Error when the address is taken, saying how to choose another
 */
export async function serveWeb(env: Env, options: { readonly dev: boolean }): Promise<ServedWeb> {
  // Next reads the mode when it is loaded.
  Object.assign(process.env, { NODE_ENV: options.dev ? "development" : "production" });
  const { default: next } = await import("next");
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
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? addressTaken(env) : error);
    });
    server.listen(env.port, env.host, resolve);
  });
  const url = `http://${env.host.includes(":") ? `[${env.host}]` : env.host}:${env.port}`;
  // Loads the pages' code now, so that the first visitor does not wait for it.
  if (!options.dev) await fetch(url).catch(() => undefined);
  return {
    url,
    async stop() {
      server.closeAllConnections();
      server.close();
      await app.close();
    },
  };
}

function addressTaken(env: Env): Error {
  return new Error(
    `Something else listens on ${env.host}:${env.port}. Stop it, or choose another port: PORT=3001 npm start`,
  );
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { clientAddress } from "@/server/accounts/client-address";
import { refusalOf } from "@/server/accounts/request-guard";
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
    if (refuses(env, request, response)) return;
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

/**
 * Answers what must not reach the app, and says whether it did. Here and not in Next's `proxy.ts`, which copies each body
 * into memory and cuts it at 10 MB: uploads are larger.
 */
function refuses(env: Env, request: IncomingMessage, response: ServerResponse): boolean {
  const { headers, method = "GET", socket } = request;
  const refusal = refusalOf(
    { method, host: headers.host, origin: headers.origin, fetchSite: first(headers["sec-fetch-site"]) },
    env,
  );
  if (refusal !== null) {
    response.writeHead(403, { "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify({ message: refusal }));
    return true;
  }
  headers["x-forwarded-for"] = clientAddress(
    { socket: socket.remoteAddress, forwarded: first(headers["x-forwarded-for"]) },
    env,
  );
  return false;
}

function first(header: string | string[] | undefined): string | undefined {
  return typeof header === "string" ? header : header?.[0];
}

function addressTaken(env: Env): Error {
  return new Error(
    `Something else listens on ${env.host}:${env.port}. Stop it, or choose another port: PORT=3001 npm start`,
  );
}

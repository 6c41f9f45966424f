import { createServer, type RequestListener } from "node:http";

export interface Listening {
  /** `http://127.0.0.1:PORT`, without a path. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves on this machine only. */
export async function listen(onRequest: RequestListener, port = 0): Promise<Listening> {
  const server = createServer(onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

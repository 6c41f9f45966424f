import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { createLogger } from "@/server/foundation/logger";
import type { CatalogueEntry } from "../catalogue-entries";
import { downloadPending } from "../download-pending";
import { findModel, insertModel } from "../models.repo";
import { createFakeClock } from "../testing/fake-clock";
import { downloadModel } from "./download-model";
import { withFileLock } from "./file-lock";
import { verifyFile } from "./verify-file";

const content = Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7) % 251));
const sha256 = createHash("sha256").update(content).digest("hex");

let folder = "";
let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const asked: (string | undefined)[] = [];

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "sphere-download-test-"));
  asked.length = 0;
  server = createServer((request, response) => {
    asked.push(request.headers.range);
    answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await fs.rm(folder, { recursive: true });
});

function entry(...paths: readonly string[]): CatalogueEntry {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    id: "test",
    name: "Test",
    purpose: "small",
    fileName: "test.gguf",
    bytes: content.length,
    sha256,
    licence: "Apache-2.0",
    sources: paths.map((label) => ({ kind: "url", label, url: `http://127.0.0.1:${port}/${label}` })),
  };
}

const never = new AbortController().signal;
const fetchIt = (wanted: CatalogueEntry, onProgress: (bytes: number) => void = () => undefined) =>
  downloadModel(wanted, folder, { onProgress, signal: never });

/** Serves the file, ranges included. */
function serveFile({ headers }: IncomingMessage, response: ServerResponse): void {
  const from = Number(/bytes=(\d+)-/.exec(headers.range ?? "")?.[1] ?? 0);
  response.writeHead(from > 0 ? 206 : 200, { "content-type": "application/octet-stream" });
  response.end(content.subarray(from));
}

describe("downloadModel", () => {
  it("fetches, reports progress, verifies and leaves nothing but the file", async () => {
    answer = serveFile;
    const progress: number[] = [];
    const file = await fetchIt(entry("good"), (bytes) => progress.push(bytes));
    expect(await fs.readFile(file)).toEqual(content);
    expect(progress.at(-1)).toBe(content.length);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(await fs.readdir(folder)).toEqual(["test.gguf"]);
  });

  it("takes a right file that is there already, and replaces a wrong one", async () => {
    answer = serveFile;
    await fetchIt(entry("good"));
    await fetchIt(entry("good"));
    expect(asked).toHaveLength(1);
    await fs.writeFile(path.join(folder, "test.gguf"), "broken");
    await fetchIt(entry("good"));
    expect(asked).toHaveLength(2);
    expect(await verifyFile(path.join(folder, "test.gguf"), entry())).toBeNull();
  });

  it("goes on where a broken connection ended", async () => {
    const sending: ServerResponse[] = [];
    answer = (_, response) => {
      response.writeHead(200, { "content-length": content.length });
      response.write(content.subarray(0, 20_000));
      sending.push(response);
    };
    // Cut once something has arrived: a reset could overtake what was only sent.
    const broken = fetchIt(entry("flaky"), (bytes) => {
      if (bytes > 0) sending[0]?.destroy();
    });
    await expect(broken).rejects.toThrow(/flaky: /);
    answer = serveFile;
    await fetchIt(entry("flaky"));
    expect(asked[1]).toMatch(/^bytes=[1-9]\d*-$/);
    expect(await verifyFile(path.join(folder, "test.gguf"), entry())).toBeNull();
  });

  it("starts over when the server ignores the range", async () => {
    await fs.writeFile(path.join(folder, "test.gguf.url.part"), content.subarray(0, 100));
    answer = (_, response) => response.end(content);
    await fetchIt(entry("whole"));
    expect(await verifyFile(path.join(folder, "test.gguf"), entry())).toBeNull();
  });

  it("tries the next source, and names every one that failed and why", async () => {
    answer = ({ url }, response) => {
      if (url === "/missing") response.writeHead(404).end();
      else if (url === "/page") response.writeHead(200, { "content-type": "text/html" }).end("<html>");
      else response.end(Buffer.alloc(content.length));
    };
    const failed = fetchIt(entry("missing", "page", "forged"));
    await expect(failed).rejects.toThrow(
      /missing: the server answered 404.*page: .*web page.*forged: .*SHA-256/,
    );
    expect(await fs.readdir(folder)).toEqual([]);
    const forged = answer;
    answer = (request, response) =>
      request.url === "/good" ? serveFile(request, response) : forged(request, response);
    await fetchIt(entry("missing", "good"));
    expect(await fs.readdir(folder)).toEqual(["test.gguf"]);
  });

  it("stops at once when told to, and keeps what has arrived", async () => {
    const stop = new AbortController();
    answer = (_, response) => {
      response.write(content.subarray(0, 10_000));
    };
    const options = { onProgress: () => stop.abort(new Error("stop")), signal: stop.signal };
    await expect(downloadModel(entry("slow"), folder, options)).rejects.toThrow("stop");
    expect((await fs.stat(path.join(folder, "test.gguf.url.part"))).size).toBeGreaterThan(0);
  });
});

describe("withFileLock", () => {
  it("keeps a second holder out and survives a dead one", async () => {
    const file = path.join(folder, "lock");
    const done: string[] = [];
    await withFileLock(file, async () => {
      await withFileLock(file, async () => {
        done.push("second of this process");
      });
      done.push("first");
    });
    await fs.writeFile(file, "999999999");
    await withFileLock(file, async () => {
      done.push("after a dead one");
    });
    await fs.writeFile(file, String(process.ppid));
    await withFileLock(file, async () => {
      done.push("beside a living one");
    });
    expect(done).toEqual(["second of this process", "first", "after a dead one"]);
  });
});

describe("the worker's loop", () => {
  it("marks as missing what nobody knows where to fetch", async () => {
    const { db } = openTestDatabase();
    const clock = createFakeClock();
    const row = { id: "unknown", name: "x", kind: "embedded", status: "downloading", createdAt: 0 } as const;
    insertModel(db, row);
    const stop = new AbortController();
    const deps = { db, clock, env: { modelsDir: folder }, logger: createLogger("test", "silent") };
    const loop = downloadPending(deps, stop.signal);
    await clock.advance(0);
    expect(findModel(db, "unknown")).toMatchObject({
      status: "missing",
      statusDetail: expect.stringContaining("catalogue"),
    });
    stop.abort();
    await loop;
  });
});

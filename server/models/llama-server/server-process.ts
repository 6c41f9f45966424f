import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import process from "node:process";
import { fetch } from "undici";
import type { Clock } from "@/server/foundation/clock";
import { childEnvironment } from "@/server/foundation/env";
import { errorMessage } from "@/server/foundation/errors";
import { EngineError } from "../engine";
import { lastLines, openLog } from "./log-file";
import { notePid, reapLeftovers } from "./pid-files";

const HOST = "127.0.0.1";
const POLL_MS = 100;
const HEALTH_MS = 5000;
/** For prompts kept beside the slots; its own default is 8 GiB. Versions that know no such setting ignore it. */
const PROMPT_CACHE_MIB = 2048;
/** A server that has not ended this long after it was asked to is killed. */
const END_MS = 5000;

export interface ServerOptions {
  readonly binary: string;
  /** GGUF file. */
  readonly file: string;
  /** Sequences decoded at the same time. */
  readonly parallel: number;
  /** Most tokens of one sequence, prompt and answer together. */
  readonly contextTokens: number;
  readonly threads: number;
  /** What the server writes goes here; notes of running servers lie beside it. */
  readonly logFile: string;
  /** Loading a large file from a slow disk takes minutes. */
  readonly startMs: number;
  readonly clock: Clock;
}

export interface ServerProcess {
  /** Address of its API, without `/v1`. */
  readonly origin: string;
  /** How it ended, with the last lines of its log; null while it runs. */
  ended(): Promise<string> | null;
  close(): Promise<void>;
}

/**
 * Starts llama-server on a free port of this machine alone, and waits until it has loaded its model. It ends with this process;
 * where this process is killed, the next start ends it.
 * @throws EngineError `unreachable` with the last lines of its log; the signal's reason when aborted
 */
export async function startServer(options: ServerOptions, signal: AbortSignal): Promise<ServerProcess> {
  const { logFile, clock } = options;
  await fs.mkdir(path.dirname(logFile), { recursive: true });
  await reapLeftovers(logFile);
  const port = await freePort();
  const { child, exited } = await spawnServer(options, port);
  const killWithUs = (): void => {
    child.kill("SIGKILL");
  };
  process.on("exit", killWithUs);
  const { pid } = child;
  const forget = pid === undefined ? null : await notePid(logFile, { pid, parent: process.pid, port });
  const ending = exited.then(async (how) => {
    process.off("exit", killWithUs);
    await forget?.().catch(() => undefined);
    return `llama-server ended (${how}). Its last lines:\n${await lastLines(logFile)}`;
  });
  const server: ServerProcess = {
    origin: `http://${HOST}:${port}`,
    ended: () => (isRunning(child) ? null : ending),
    async close() {
      child.kill("SIGTERM");
      const over = new AbortController();
      const kill = clock.sleep(END_MS, over.signal).then(
        () => child.kill("SIGKILL"),
        () => false,
      );
      await ending;
      over.abort();
      await kill;
    },
  };
  try {
    await untilHealthy(server, options, signal);
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

interface Spawned {
  readonly child: ChildProcess;
  /** How it ended. */
  readonly exited: Promise<string>;
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function spawnServer(options: ServerOptions, port: number): Promise<Spawned> {
  const { binary, file, parallel, contextTokens, threads, logFile } = options;
  const settings = {
    model: file,
    host: HOST,
    port,
    parallel,
    "ctx-size": contextTokens * parallel,
    threads,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const log = await openLog(logFile);
  try {
    const env = childEnvironment({ LLAMA_ARG_CACHE_RAM: String(PROMPT_CACHE_MIB) });
    const child = spawn(binary, args, { stdio: ["ignore", log.fd, log.fd], env });
    const exited = new Promise<string>((resolve) => {
      child.once("exit", (code, by) => {
        resolve(by ?? `code ${code ?? "unknown"}`);
      });
    });
    await once(child, "spawn");
    return { child, exited };
  } catch (cause) {
    throw new EngineError("unreachable", `llama-server cannot be started: ${errorMessage(cause)}`, { cause });
  } finally {
    await log.close();
  }
}

async function untilHealthy(
  server: ServerProcess,
  { startMs, clock, logFile }: ServerOptions,
  signal: AbortSignal,
): Promise<void> {
  const deadline = clock.now() + startMs;
  while (!(await isHealthy(server))) {
    signal.throwIfAborted();
    const ended = await server.ended();
    if (ended !== null) throw new EngineError("unreachable", ended);
    if (clock.now() > deadline) {
      const message = `llama-server has not loaded its model within ${Math.round(startMs / 1000)} s. Its last lines:\n${await lastLines(logFile)}`;
      throw new EngineError("unreachable", message);
    }
    await clock.sleep(POLL_MS, signal);
  }
}

async function isHealthy({ origin }: ServerProcess): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(HEALTH_MS) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Free now; that another program takes it before the server does shows as a failed start. */
async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, HOST);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}

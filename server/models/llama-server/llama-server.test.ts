import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isProcessAlive } from "@/server/foundation/process-alive";
import type { GenerateRequest } from "../engine";
import { findLlamaServer } from "./find-llama-server";
import { openLlamaServer, type LlamaServerEngine } from "./llama-server-engine";
import { notePid } from "./pid-files";
import { fakeLlamaServer } from "./testing/fake-program";

const SLOW = 120_000;
let folder = "";
let binary = "";
let logFile = "";
const opened: LlamaServerEngine[] = [];

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "sphere-llama-server-test-"));
  binary = await fakeLlamaServer(folder);
  logFile = path.join(folder, "logs", "server.log");
});
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.close();
  await fs.rm(folder, { recursive: true });
});

const never = new AbortController().signal;
const request: GenerateRequest = {
  key: "one",
  messages: [{ role: "user", content: "What is 2 + 3?" }],
  prefix: "",
  n: 2,
  sampling: { temperature: 0.8, topP: 0.95, maxTokens: 64, stop: [] },
};

/** @param words say how the fake misbehaves */
async function open(words = "", startMs = SLOW): Promise<LlamaServerEngine> {
  const file = path.join(folder, "model.gguf");
  await fs.writeFile(file, words);
  const engine = await openLlamaServer({
    binary,
    file,
    parallel: 3,
    contextTokens: 512,
    threads: 1,
    logFile,
    startMs,
  });
  opened.push(engine);
  return engine;
}

/** A program that does nothing, with a server's argument. */
function sleeper(port: number): ChildProcess {
  return spawn("sh", ["-c", "sleep 600; true", "sh", "--port", String(port)], { stdio: "ignore" });
}

interface Noted {
  readonly name: string;
  readonly pid: number;
  readonly port: number;
}

async function notes(): Promise<Noted[]> {
  const names = (await fs.readdir(path.dirname(logFile))).filter((name) => name.endsWith(".pid"));
  return Promise.all(
    names.map(async (name) => {
      const { pid, port } = JSON.parse(await fs.readFile(path.join(path.dirname(logFile), name), "utf8"));
      return { name, pid: Number(pid), port: Number(port) };
    }),
  );
}

it(
  "finds the program by its path, in a folder and on the search path",
  async () => {
    const found = { binary, version: "6099 (5ff1b3a)" };
    expect(await findLlamaServer({ binaryPath: binary })).toEqual(found);
    expect(await findLlamaServer({ binaryPath: folder })).toEqual(found);
    expect(await findLlamaServer({ searchPath: `/nowhere${path.delimiter}${folder}` })).toEqual(found);
    const nowhere = { kind: "model-missing", message: expect.stringContaining("/nowhere/llama-server") };
    await expect(findLlamaServer({ binaryPath: "/nowhere/llama-server" })).rejects.toMatchObject(nowhere);
    const missing = { kind: "model-missing", message: expect.stringContaining("Install llama.cpp") };
    await expect(findLlamaServer({ searchPath: "/nowhere" })).rejects.toMatchObject(missing);
  },
  SLOW,
);

it(
  "answers as an engine, and leaves nothing running when closed",
  async () => {
    const engine = await open();
    expect(engine).toMatchObject({ sequences: 3, capabilities: { dialect: "llama-server" } });
    const { generations } = await engine.generate(request, never);
    expect(generations).toHaveLength(2);
    await engine.check?.(never);
    const [note] = await notes();
    expect(isProcessAlive(note?.pid ?? 0)).toBe(true);
    await engine.close();
    expect(isProcessAlive(note?.pid ?? 0)).toBe(false);
    expect(await notes()).toEqual([]);
    expect(await fs.readFile(logFile, "utf8")).toContain("in 3 slots of 1536");
    await expect(engine.generate(request, never)).rejects.toMatchObject({ kind: "unreachable" });
  },
  SLOW,
);

it(
  "says with the server's own words why it does not start",
  async () => {
    const said = {
      kind: "unreachable",
      message: expect.stringMatching(/code 1[^]*failed to load the model/),
    };
    await expect(open("damaged")).rejects.toMatchObject(said);
    expect(await notes()).toEqual([]);
  },
  SLOW,
);

it(
  "gives up on one that never gets ready, and ends it even if it does not want to",
  async () => {
    const late = { kind: "unreachable", message: expect.stringContaining("has not loaded its model") };
    await expect(open("endless stubborn", 4000)).rejects.toMatchObject(late);
    expect(await notes()).toEqual([]);
  },
  SLOW,
);

it(
  "fails with the log's end when the server crashes, and starts it anew for the next call",
  async () => {
    const engine = await open();
    const [before] = await notes();
    const crashed = { kind: "unreachable", message: expect.stringMatching(/SIGKILL[^]*out of luck/) };
    await expect(engine.generate({ ...request, key: "crash" }, never)).rejects.toMatchObject(crashed);
    expect((await engine.generate(request, never)).generations).toHaveLength(2);
    const [after] = await notes();
    expect(after?.pid).not.toBe(before?.pid);
  },
  SLOW,
);

it(
  "ends what a killed process of the app left running, and nothing else",
  async () => {
    await fs.mkdir(path.dirname(logFile), { recursive: true });
    const [leftover, stranger, others] = [sleeper(4001), sleeper(4002), sleeper(4003)];
    const dead = spawn("true");
    await once(dead, "exit");
    const parent = dead.pid ?? 0;
    await notePid(logFile, { pid: leftover.pid ?? 0, parent, port: 4001 });
    // Its number was given to another program since.
    await notePid(logFile, { pid: stranger.pid ?? 0, parent, port: 9 });
    await notePid(logFile, { pid: others.pid ?? 0, parent: process.pid, port: 4003 });
    const gone = once(leftover, "exit");
    try {
      await open();
      expect(await gone).toEqual([null, "SIGKILL"]);
      expect([stranger.exitCode, stranger.signalCode, others.signalCode]).toEqual([null, null, null]);
      expect((await notes()).map(({ port }) => port)).toContain(4003);
    } finally {
      stranger.kill("SIGKILL");
      others.kill("SIGKILL");
    }
  },
  SLOW,
);

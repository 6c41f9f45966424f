import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { createCallerFactory } from "@/server/trpc/init";
import { modelsRouter } from "@/server/trpc/routers/models";
import { ensureCatalogue } from "./catalogue";
import { fakeLlamaServer } from "./llama-server/testing/fake-program";
import { llamaServerLog } from "./llama-server-log";
import { findModel, updateModel } from "./models.repo";
import { openReplicas } from "./open-replicas";
import { createFakeClock } from "./testing/fake-clock";

const ggufHeader = Buffer.concat([Buffer.from("GGUF"), Buffer.from([3, 0, 0, 0]), Buffer.alloc(100)]);
const smallModel = "smollm2-135m-instruct";

const logger = createLogger("test", "silent");
let home = "";
beforeEach(async () => {
  home = await fs.mkdtemp(path.join(os.tmpdir(), "sphere-llama-server-test-"));
});
afterEach(async () => {
  await fs.rm(home, { recursive: true });
});

function setUp() {
  const { db } = openTestDatabase();
  const clock = createFakeClock(1_000);
  ensureCatalogue({ db, clock });
  const env = readEnv({ SPHERE_HOME: home, NODE_ENV: "test" });
  const api = createCallerFactory(modelsRouter)({ db, clock, env, logger, actor: TEST_ADMIN });
  return { db, env, api };
}

async function writeFile(name: string, mode: number): Promise<string> {
  const file = path.join(home, name);
  await fs.writeFile(file, ggufHeader, { mode });
  return file;
}

/** A program that says its version and does nothing else. */
async function writeProgram(): Promise<string> {
  const program = path.join(home, "llama-server");
  await fs.writeFile(program, "#!/bin/sh\necho 'version: 6099 (5ff1b3a)' >&2\n", { mode: 0o755 });
  return program;
}

it("takes a file by its path, or that of a model that has one", async () => {
  const { db, api } = setUp();
  const filePath = await writeFile("mine.gguf", 0o644);
  const program = await writeProgram();
  const own = { kind: "llama-server", status: "ready", filePath, fileBytes: 108, scorerKind: "judge" };
  expect(
    await api.addLlamaServer({ name: "a", path: filePath, binaryPath: program, parallel: 4 }),
  ).toMatchObject({
    ...own,
    binaryPath: program,
    maxConcurrency: 4,
  });
  updateModel(db, smallModel, { status: "ready", filePath });
  const shared = await api.addLlamaServer({ name: "b", fileOf: smallModel });
  expect(shared).toMatchObject({ filePath, binaryPath: null, maxConcurrency: 16, licence: "Apache-2.0" });
});

it("tells of its program, its process and its last lines", async () => {
  const { env, api } = setUp();
  const program = await writeProgram();
  const { id } = await api.addLlamaServer({
    name: "a",
    path: await writeFile("m.gguf", 0o644),
    binaryPath: program,
  });
  const version = "6099 (5ff1b3a)";
  expect(await api.llamaServerState({ id })).toEqual({
    program: { binary: program, version },
    fault: null,
    running: false,
    log: "",
  });
  const log = llamaServerLog(env.modelsDir, id);
  await fs.mkdir(path.dirname(log), { recursive: true });
  await fs.writeFile(log, "loading\nlistening\n");
  await fs.writeFile(`${log}.${process.pid}.pid`, "{}");
  expect(await api.llamaServerState({ id })).toMatchObject({ running: true, log: "loading\nlistening" });
  await fs.rm(program);
  expect(await api.llamaServerState({ id })).toMatchObject({
    program: null,
    fault: expect.stringContaining("Correct the path"),
  });
  expect(await api.test({ id })).toMatchObject({ ok: false, model: { status: "unreachable" } });
  const other = await api.addScripted({ name: "other" });
  await expect(api.llamaServerState({ id: other.id })).rejects.toMatchObject({ cause: { field: "id" } });
});

it("is started when it is opened, tells so, and ends when it is closed", async () => {
  const { db, env, api } = setUp();
  const file = await writeFile("m.gguf", 0o644);
  const { id } = await api.addLlamaServer({ name: "a", path: file, binaryPath: await fakeLlamaServer(home) });
  const row = findModel(db, id);
  if (row === null) throw new Error("no row");
  const [opened] = await openReplicas(row, { db, env, clock: systemClock, logger });
  expect(opened?.engine.sequences).toBe(16);
  expect(await api.llamaServerState({ id })).toMatchObject({ running: true });
  expect(await api.get({ id })).toMatchObject({ status: "ready", capabilities: { dialect: "llama-server" } });
  await opened?.engine.close();
  expect(await api.llamaServerState({ id })).toMatchObject({ running: false });
});

it("says why it cannot be started", async () => {
  const { db, env, api } = setUp();
  const file = await writeFile("m.gguf", 0o644);
  const program = await writeProgram();
  const { id } = await api.addLlamaServer({ name: "a", path: file, binaryPath: program });
  const row = findModel(db, id);
  if (row === null) throw new Error("no row");
  const deps = { db, env, clock: systemClock, logger };
  await expect(openReplicas(row, deps)).rejects.toMatchObject({ kind: "unreachable" });
  expect(await api.get({ id })).toMatchObject({
    status: "unreachable",
    statusDetail: expect.stringContaining("version: 6099"),
  });
});

it("names the field that is wrong", async () => {
  const { api } = setUp();
  const file = await writeFile("mine.gguf", 0o644);
  const refused = [
    { input: {}, field: null },
    { input: { path: path.join(home, "none.gguf") }, field: "path" },
    { input: { fileOf: smallModel }, field: "fileOf" },
    { input: { path: file, binaryPath: path.join(home, "none") }, field: "binaryPath" },
    { input: { path: file, binaryPath: home }, field: "binaryPath" },
    { input: { path: file, binaryPath: file }, field: "binaryPath" },
  ];
  for (const { input, field } of refused)
    await expect(api.addLlamaServer({ name: "x", ...input })).rejects.toMatchObject(
      field === null ? { code: "BAD_REQUEST" } : { cause: { field } },
    );
  expect(await api.list()).toHaveLength(2);
});

it("notices that its file has vanished, and changes its program", async () => {
  const { api } = setUp();
  const file = await writeFile("mine.gguf", 0o644);
  const program = await writeProgram();
  const { id } = await api.addLlamaServer({ name: "a", path: file });
  await expect(api.edit({ id, binaryPath: "/no/such/program" })).rejects.toMatchObject({
    cause: { field: "binaryPath" },
  });
  expect(await api.edit({ id, maxConcurrency: 8, name: "b" })).toMatchObject({
    name: "b",
    maxConcurrency: 8,
  });
  await fs.rm(file);
  expect(await api.get({ id })).toMatchObject({ status: "missing" });
  expect(await api.edit({ id, binaryPath: home })).toMatchObject({ binaryPath: program });
});

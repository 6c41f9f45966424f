import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import { createCallerFactory } from "@/server/trpc/init";
import { modelsRouter } from "@/server/trpc/routers/models";
import { ensureCatalogue } from "./catalogue";
import { updateModel } from "./models.repo";
import { createFakeClock } from "./testing/fake-clock";

const ggufHeader = Buffer.concat([Buffer.from("GGUF"), Buffer.from([3, 0, 0, 0]), Buffer.alloc(100)]);
const smallModel = "smollm2-135m-instruct";

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
  const api = createCallerFactory(modelsRouter)({ db, clock, env, logger: createLogger("test", "silent") });
  return { db, api };
}

async function writeFile(name: string, mode: number): Promise<string> {
  const file = path.join(home, name);
  await fs.writeFile(file, ggufHeader, { mode });
  return file;
}

it("takes a file by its path, or that of a model that has one", async () => {
  const { db, api } = setUp();
  const filePath = await writeFile("mine.gguf", 0o644);
  const program = await writeFile("llama-server", 0o755);
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
  const program = await writeFile("llama-server", 0o755);
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
  expect(await api.edit({ id, binaryPath: program })).toMatchObject({ binaryPath: program });
});

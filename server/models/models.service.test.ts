import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { problemSets, runs } from "@/db/schema";
import type { Db } from "@/db/client";
import { openTestDatabase } from "@/db/testing";
import type { Clock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { createCallerFactory } from "@/server/trpc/init";
import { modelsRouter } from "@/server/trpc/routers/models";
import { CATALOGUE } from "./catalogue-entries";
import { ensureCatalogue } from "./catalogue";
import { EngineError, type Engine } from "./engine";
import { openEngine } from "./open-engine";
import { findModel, updateModel } from "./models.repo";
import { startHttpDouble } from "./scripted/http-double";
import { createFakeClock } from "./testing/fake-clock";

const logger = createLogger("test", "silent");
let home = "";
beforeEach(async () => {
  home = await fs.mkdtemp(path.join(os.tmpdir(), "sphere-models-test-"));
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
  return { db, clock, env, api };
}

const policy = "qwen2.5-coder-0.5b-instruct";
const ggufHeader = Buffer.concat([Buffer.from("GGUF"), Buffer.from([3, 0, 0, 0]), Buffer.alloc(100)]);

async function writeFile(name: string, content: Buffer | string): Promise<string> {
  const file = path.join(home, name);
  await fs.writeFile(file, content);
  return file;
}

describe("catalogue", () => {
  it("has a row for each model, once, however often it is made", async () => {
    const { db, clock, api } = setUp();
    ensureCatalogue({ db, clock });
    const listed = await api.list();
    expect(listed.map(({ id }) => id).toSorted()).toEqual(CATALOGUE.map(({ id }) => id).toSorted());
    expect(listed.map(({ status }) => status)).toEqual(["not-downloaded", "not-downloaded"]);
    expect((await api.get({ id: policy })).catalogue).toMatchObject({ purpose: "policy" });
  });

  it("records the wish to download, takes it back, and says what cannot be downloaded", async () => {
    const { api } = setUp();
    expect(await api.startDownload({ id: policy })).toMatchObject({
      status: "downloading",
      downloadedBytes: 0,
    });
    expect(await api.stopDownload({ id: policy })).toMatchObject({ status: "not-downloaded" });
    const own = await api.addScripted({ name: "double" });
    await expect(api.startDownload({ id: own.id })).rejects.toMatchObject({ cause: { field: "id" } });
  });

  it("notices a file that has vanished and one that is back", async () => {
    const { db, api } = setUp();
    const filePath = await writeFile("here.gguf", ggufHeader);
    updateModel(db, policy, { status: "ready", filePath });
    await fs.rename(filePath, `${filePath}.away`);
    expect(await api.get({ id: policy })).toMatchObject({
      status: "missing",
      statusDetail: expect.stringContaining("gone"),
    });
    await fs.rename(`${filePath}.away`, filePath);
    expect((await api.list()).find(({ id }) => id === policy)).toMatchObject({
      status: "ready",
      statusDetail: null,
    });
  });
});

describe("adding", () => {
  it.each([
    ["a file that is not there", null, /no readable file/],
    ["a text file", "hello, this is no model", /is not a GGUF file/],
    ["a short file", "GG", /too short/],
    ["a version that nobody reads", Buffer.from("GGUF\u0001\0\0\0"), /GGUF version 1/],
  ])("refuses %s and names the field", async (_, content, message) => {
    const { api } = setUp();
    const file = content === null ? path.join(home, "none.gguf") : await writeFile("x.gguf", content);
    const refused = api.addEmbedded({ name: "mine", path: file });
    await expect(refused).rejects.toMatchObject({
      message: expect.stringMatching(message),
      cause: { field: "path" },
    });
    expect(await api.list()).toHaveLength(2);
  });

  it("takes any GGUF file by its path, and a name only once", async () => {
    const { api } = setUp();
    const file = await writeFile("mine.gguf", ggufHeader);
    const added = await api.addEmbedded({ name: " mine ", path: file });
    expect(added).toMatchObject({
      name: "mine",
      kind: "embedded",
      status: "ready",
      fileBytes: 108,
      filePath: file,
    });
    await expect(api.addScripted({ name: "mine" })).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { field: "name" },
    });
  });

  it("probes a server at once and never shows its key", async () => {
    const { db, api } = setUp();
    const server = await startHttpDouble({ model: "tiny" });
    const added = await api.addOpenAi({
      name: "remote",
      baseUrl: server.url,
      remoteName: "tiny",
      apiKey: "sesame",
    });
    expect(added).toMatchObject({ status: "ready", hasApiKey: true, capabilities: { dialect: "vllm" } });
    expect(JSON.stringify([added, await api.list()])).not.toContain("sesame");
    expect(findModel(db, added.id)?.apiKey).toBe("sesame");
    await server.close();
    const tested = await api.test({ id: added.id });
    expect(tested).toMatchObject({ ok: false, model: { status: "unreachable" } });
    expect(tested.message).toMatch(/cannot be reached/);
  });

  it("keeps a server that does not answer, with the reason", async () => {
    const { api } = setUp();
    const gone = await startHttpDouble();
    await gone.close();
    const added = await api.addOpenAi({ name: "later", baseUrl: gone.url, remoteName: "m" });
    expect(added).toMatchObject({ status: "unreachable", statusDetail: expect.stringContaining("Start it") });
  });

  it("refuses an address that is none", async () => {
    const { api } = setUp();
    await expect(api.addOpenAi({ name: "x", baseUrl: "ftp://h", remoteName: "m" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { field: "baseUrl" },
    });
  });
});

describe("testing", () => {
  it("asks the double, and says what is wrong with a damaged file", async () => {
    const { api } = setUp();
    const double = await api.addScripted({ name: "double", script: "always-right" });
    expect(await api.test({ id: double.id })).toMatchObject({
      ok: true,
      sample: { text: expect.any(String) },
    });
    const broken = await api.addEmbedded({
      name: "broken",
      path: await writeFile("b.gguf", ggufHeader.subarray(0, 20)),
    });
    expect(await api.test({ id: broken.id })).toMatchObject({ ok: false, model: { status: "damaged" } });
    expect(await api.test({ id: policy })).toMatchObject({
      ok: false,
      message: expect.stringContaining("not downloaded"),
    });
  });

  it("finds that a catalogue file is not the one it should be", async () => {
    const { db, api } = setUp();
    const file = await writeFile("not-a-model.gguf", "x".repeat(50));
    updateModel(db, policy, { status: "ready", filePath: file });
    expect(await api.test({ id: policy })).toMatchObject({ ok: false, model: { status: "damaged" } });
  });
});

it("forgets a measured layout, so that the worker measures again", async () => {
  const { db, api } = setUp();
  const layout = { contexts: 2, threadsPerContext: 1, sequencesPerContext: 8, contextTokens: 4096 };
  const measured = { layout, tokensPerSecond: 55 };
  const calibration = { ...measured, measuredAt: 1, machine: "a", fileBytes: 108, tried: [measured] };
  updateModel(db, policy, { calibration });
  expect(await api.get({ id: policy })).toMatchObject({ calibration });
  expect(await api.measureAgain({ id: policy })).toMatchObject({ calibration: null });
  const double = await api.addScripted({ name: "double" });
  await expect(api.measureAgain({ id: double.id })).rejects.toMatchObject({ cause: { field: "id" } });
});

describe("removing", () => {
  it("is refused while a run uses the model", async () => {
    const { db, api } = setUp();
    const double = await api.addScripted({ name: "double" });
    db.insert(problemSets)
      .values({
        id: "set",
        name: "set",
        kind: "starter",
        status: "ready",
        source: "1",
        faults: [],
        createdAt: 1,
      })
      .run();
    db.insert(runs)
      .values({
        id: "run",
        name: "run",
        status: "finished",
        launch: JSON.parse("{}"),
        policyModelId: policy,
        smallModelId: double.id,
        problemSetId: "set",
        problemCount: 1,
        promptVersion: "1",
        graderVersion: "1",
        createdAt: 1,
      })
      .run();
    await expect(api.remove({ id: double.id })).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { field: "id" },
    });
    db.delete(runs).run();
    await api.remove({ id: double.id });
    await expect(api.get({ id: double.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("deletes a catalogue model's file and keeps its row, but never a file that a person added", async () => {
    const { db, env, api } = setUp();
    await fs.mkdir(env.modelsDir);
    const file = path.join(env.modelsDir, CATALOGUE[0]?.fileName ?? "");
    await fs.writeFile(file, ggufHeader);
    updateModel(db, policy, { status: "ready", filePath: file });
    await api.remove({ id: policy });
    expect(await api.get({ id: policy })).toMatchObject({ status: "not-downloaded", filePath: null });
    await expect(fs.stat(file)).rejects.toThrow("ENOENT");
    const own = await writeFile("own.gguf", ggufHeader);
    const added = await api.addEmbedded({ name: "own", path: own });
    await api.remove({ id: added.id });
    expect((await fs.stat(own)).isFile()).toBe(true);
  });
});

/** Opens the engine of a stored model. */
async function openStored(db: Db, id: string, clock: Clock): Promise<Engine> {
  const env = readEnv({ SPHERE_HOME: home, NODE_ENV: "test" });
  const row = findModel(db, id);
  if (row === null) throw new Error(`no ${id}`);
  return openEngine(row, { db, clock, env, logger });
}

describe("opening an engine", () => {
  it("says what is missing or damaged, and writes it on the row", async () => {
    const { db, clock, api } = setUp();
    await expect(openStored(db, policy, clock)).rejects.toMatchObject({ kind: "model-missing" });
    const file = await writeFile("cut.gguf", ggufHeader);
    updateModel(db, policy, { status: "ready", filePath: file });
    const error: unknown = await openStored(db, policy, clock).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({
      kind: "model-damaged",
      message: expect.stringContaining("instead of 491400064"),
    });
    expect(await api.get({ id: policy })).toMatchObject({
      status: "damaged",
      statusDetail: expect.stringContaining("Download it again"),
    });
  });

  it("opens a server by what an earlier probe found", async () => {
    const { db, clock, api } = setUp();
    const server = await startHttpDouble({ model: "tiny" });
    const { id } = await api.addOpenAi({
      name: "remote",
      baseUrl: server.url,
      remoteName: "tiny",
      maxConcurrency: 3,
    });
    const asked = server.seen.length;
    const engine = await openStored(db, id, clock);
    expect(engine).toMatchObject({ sequences: 3, maxSequences: 3 });
    expect(server.seen).toHaveLength(asked);
    await engine.close();
    await server.close();
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { problemSets, runs } from "@/db/schema";
import type { Db } from "@/db/client";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { createCallerFactory } from "@/server/trpc/init";
import { modelsRouter } from "@/server/trpc/routers/models";
import { findModel, updateModel } from "./models.repo";
import { openReplicas } from "./open-replicas";
import { startHttpDouble, type HttpDouble, type HttpDoubleOptions } from "./scripted/http-double";
import { startPrmDouble } from "./scripted/prm-double";

const logger = createLogger("test", "silent");
let open: { close(): Promise<void> }[] = [];
beforeEach(() => {
  open = [];
});
afterEach(async () => {
  for (const one of open.toReversed()) await one.close();
});

function setUp() {
  const { db } = openTestDatabase();
  const clock = systemClock;
  const env = readEnv({ SPHERE_HOME: "/nonexistent/sphere", NODE_ENV: "test" });
  return {
    db,
    clock,
    env,
    api: createCallerFactory(modelsRouter)({ db, clock, env, logger, actor: TEST_ADMIN }),
  };
}

async function double(options: HttpDoubleOptions = {}): Promise<HttpDouble> {
  const server = await startHttpDouble(options);
  open.push(server);
  return server;
}

async function gone(): Promise<string> {
  const server = await startHttpDouble();
  await server.close();
  return server.url;
}

const names = { name: "remote", remoteName: "double" };

describe("a process reward model", () => {
  it("is added, probed, and scores a worked example when tested", async () => {
    const { db, api } = setUp();
    const server = await startPrmDouble();
    open.push(server);
    const added = await api.addPrm({
      name: "prm",
      baseUrl: server.url,
      remoteName: "double-prm",
      apiKey: "k-1",
    });
    expect(added).toMatchObject({
      kind: "prm",
      status: "ready",
      scorerKind: "prm",
      hasApiKey: true,
      capabilities: { stepScores: true, contextTokens: 4096 },
    });
    const { steps, ...tested } = await api.test({ id: added.id });
    expect(tested).toMatchObject({ ok: true, sample: null, likelihoods: null });
    expect(steps?.path.map(({ right, value }) => right === value > 0.5)).toEqual([true, true, true]);
    expect(findModel(db, added.id)?.apiKey).toBe("k-1");
  });

  it("of a server that was started otherwise is kept, with what to do", async () => {
    const { api } = setUp();
    const server = await startPrmDouble({ pooler: "last" });
    open.push(server);
    const added = await api.addPrm({ name: "prm", baseUrl: server.url, remoteName: "double-prm" });
    expect(added).toMatchObject({
      status: "unreachable",
      statusDetail: expect.stringContaining("--pooler-config"),
    });
  });
});

describe("addresses", () => {
  it.each([
    ["ftp://host/v1", /not an http or https address/],
    ["http://me:secret@host/v1", /must not hold a user name or a password/],
  ])("%s is refused without showing a secret", async (baseUrl, message) => {
    const { api } = setUp();
    for (const refused of [
      api.addOpenAi({ ...names, baseUrl }),
      api.addPrm({ ...names, baseUrl }),
      api.addOpenAi({ ...names, baseUrl: "http://127.0.0.1:1", replicas: [baseUrl] }),
    ]) {
      const error: unknown = await refused.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ message: expect.stringMatching(message), code: "BAD_REQUEST" });
      expect(String(error)).not.toContain("secret");
    }
    expect(await api.list()).toEqual([]);
  });

  it("are named once each", async () => {
    const { api } = setUp();
    const twice = api.addOpenAi({ ...names, baseUrl: "http://a:1/v1", replicas: ["http://a:1"] });
    await expect(twice).rejects.toMatchObject({
      message: expect.stringContaining("twice"),
      cause: { field: "replicas" },
    });
  });
});

it("a server that fails at everything is not ready, whatever it lists", async () => {
  const { api } = setUp();
  const server = await double();
  server.failNext(...Array.from({ length: 20 }, () => ({ kind: "status", status: 500 }) as const));
  expect(await api.addOpenAi({ ...names, baseUrl: server.url })).toMatchObject({
    status: "unreachable",
    statusDetail: expect.stringContaining("failed (500)"),
    capabilities: null,
  });
});

describe("an entry with several servers", () => {
  it("says of each how it is, and does what all of them can", async () => {
    const { api } = setUp();
    const [first, second, other] = [
      await double(),
      await double(),
      await double({ personality: "llama-server" }),
    ];
    const down = await gone();
    const added = await api.addOpenAi({
      ...names,
      baseUrl: first.url,
      replicas: [second.url, "", down, other.url],
    });
    expect(added).toMatchObject({
      status: "ready",
      replicas: [second.url, down, other.url],
      capabilities: {
        likelihood: true,
        labels: true,
        replicas: [
          { baseUrl: first.url, state: "ready", detail: null },
          { baseUrl: second.url, state: "ready", detail: null },
          { baseUrl: down, state: "unreachable", detail: expect.stringContaining("cannot be reached") },
          { baseUrl: other.url, state: "different", detail: expect.stringContaining("another kind") },
        ],
      },
    });
  });

  it("counts on nothing that one of them cannot do", async () => {
    const { api } = setUp();
    const [first, second] = [
      await double({ personality: "llama-server", echo: true }),
      await double({ personality: "llama-server" }),
    ];
    const added = await api.addOpenAi({ ...names, baseUrl: first.url, replicas: [second.url] });
    expect(added).toMatchObject({
      capabilities: { likelihood: false, labels: true, replicas: [{ state: "ready" }, { state: "ready" }] },
    });
  });

  it("is ready while one of them is, and unreachable when none is", async () => {
    const { api } = setUp();
    const second = await double();
    const added = await api.addOpenAi({ ...names, baseUrl: await gone(), replicas: [second.url] });
    expect(added.status).toBe("ready");
    expect(await api.test({ id: added.id })).toMatchObject({
      ok: true,
      sample: { tokens: expect.any(Number) },
    });
    await second.close();
    expect(await api.test({ id: added.id })).toMatchObject({ ok: false, model: { status: "unreachable" } });
  });

  it("opens an engine for each that is or may come to be a replica", async () => {
    const { db, clock, env, api } = setUp();
    const [first, other] = [await double(), await double({ personality: "llama-server" })];
    const down = await gone();
    const { id } = await api.addOpenAi({ ...names, baseUrl: first.url, replicas: [down, other.url] });
    const row = findModel(db, id);
    if (row === null) throw new Error("no row");
    const engines = await openReplicas(row, { db, clock, env, logger });
    expect(engines.map(({ name }) => name)).toEqual([first.url, down]);
    await Promise.all(engines.map(({ engine }) => engine.close()));
    await first.close();
    await other.close();
    await expect(openReplicas(row, { db, clock, env, logger })).rejects.toMatchObject({
      kind: "unreachable",
    });
    expect(await api.get({ id })).toMatchObject({ status: "unreachable" });
  });
});

describe("editing", () => {
  it("keeps the id, changes what is given, and asks the server anew", async () => {
    const { api } = setUp();
    const later = await double();
    const { id } = await api.addOpenAi({ ...names, baseUrl: await gone() });
    const edited = await api.edit({
      id,
      baseUrl: later.url,
      name: "renamed",
      maxConcurrency: 7,
      apiKey: "new",
    });
    expect(edited).toMatchObject({
      id,
      name: "renamed",
      status: "ready",
      maxConcurrency: 7,
      hasApiKey: true,
      remoteName: "double",
    });
    const asked = later.seen.length;
    expect(later.seen.at(-1)?.headers.authorization).toBe("Bearer new");
    expect(await api.edit({ id, maxConcurrency: null, name: "renamed" })).toMatchObject({
      maxConcurrency: null,
    });
    expect(later.seen).toHaveLength(asked);
    expect(await api.edit({ id, apiKey: null })).toMatchObject({ hasApiKey: false });
    expect(later.seen.at(-1)?.headers.authorization).toBeUndefined();
  });

  it("sends a stored key to no server that it was not given for", async () => {
    const { db, api } = setUp();
    const [first, second] = [await double(), await double()];
    const { id } = await api.addOpenAi({ ...names, baseUrl: first.url, apiKey: "sesame" });
    for (const change of [{ baseUrl: second.url }, { replicas: [second.url] }])
      await expect(api.edit({ id, ...change })).rejects.toMatchObject({ cause: { field: "apiKey" } });
    expect(second.seen).toEqual([]);
    expect(findModel(db, id)).toMatchObject({ baseUrl: first.url, replicas: null });
    await api.edit({ id, replicas: [second.url], apiKey: "sesame" });
    expect(second.seen.at(-1)?.headers.authorization).toBe("Bearer sesame");
  });

  it("refuses a taken name and another model under the name that runs have used", async () => {
    const { db, api } = setUp();
    const server = await double();
    const { id } = await api.addOpenAi({ ...names, baseUrl: server.url });
    await api.addScripted({ name: "taken" });
    await expect(api.edit({ id, name: "taken" })).rejects.toMatchObject({ cause: { field: "name" } });
    expect(await api.edit({ id, remoteName: "nothing" })).toMatchObject({ status: "unreachable" });
    await api.edit({ id, remoteName: "double" });
    useInRun(db, id);
    await expect(api.edit({ id, remoteName: "other" })).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { field: "remoteName" },
    });
    expect(await api.get({ id })).toMatchObject({ remoteName: "double", status: "ready" });
    await expect(api.remove({ id })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

it("looks again at a server that an older version probed", async () => {
  const { db, clock, env, api } = setUp();
  const server = await double();
  const { id } = await api.addOpenAi({ ...names, baseUrl: server.url });
  const { capabilities } = await api.get({ id });
  if (capabilities === null) throw new Error("not probed");
  const { likelihood: _likelihood, labels: _labels, stepScores: _scores, ...old } = capabilities;
  updateModel(db, id, { capabilities: JSON.parse(JSON.stringify(old)) });
  expect((await api.get({ id })).capabilities).toMatchObject({
    likelihood: false,
    prefixMode: old.prefixMode,
  });
  const row = findModel(db, id);
  if (row === null) throw new Error("no row");
  const [opened] = await openReplicas(row, { db, clock, env, logger });
  expect(opened?.engine).toHaveProperty("likelihood");
  await opened?.engine.close();
  expect((await api.get({ id })).capabilities).toMatchObject({ likelihood: true });
});

/** A finished run whose scorer the model was. */
function useInRun(db: Db, scorerModelId: string): void {
  const set = { id: "set", name: "set", kind: "starter", status: "ready", source: "1", faults: [] } as const;
  db.insert(problemSets)
    .values({ ...set, createdAt: 1 })
    .run();
  db.insert(runs)
    .values({
      id: "run",
      name: "run",
      status: "finished",
      launch: JSON.parse("{}"),
      policyModelId: scorerModelId,
      scorerModelId,
      problemSetId: "set",
      problemCount: 1,
      promptVersion: "1",
      graderVersion: "1",
      createdAt: 1,
    })
    .run();
}

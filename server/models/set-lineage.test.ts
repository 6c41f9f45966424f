import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { evaluations } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { insertBenchmark } from "@/server/evaluations/testing/insert-benchmark";
import { insertEvaluated } from "@/server/evaluations/testing/insert-evaluation";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import { createCallerFactory } from "@/server/trpc/init";
import { modelsRouter } from "@/server/trpc/routers/models";
import { hashFiles } from "./hash-files";
import { findModel, updateModel } from "./models.repo";

const logger = createLogger("test", "silent");

async function setUp() {
  const { db } = openTestDatabase();
  const env = readEnv({ SPHERE_HOME: "/nonexistent/sphere", NODE_ENV: "test" });
  const api = createCallerFactory(modelsRouter)({ db, clock: systemClock, env, logger, actor: TEST_ADMIN });
  const add = async (name: string) => (await api.addScripted({ name })).id;
  return { db, api, base: await add("base"), first: await add("first"), second: await add("second") };
}

it("a checkpoint names its parent, its round and the runs whose pairs trained it, until that is cleared", async () => {
  const { api, base, first } = await setUp();
  const lineage = { parentModelId: base, round: 1, runIds: [] };
  expect(await api.setLineage({ id: first, lineage })).toMatchObject({
    parentModelId: base,
    round: 1,
    trainedOnRunIds: [],
  });
  expect(await api.setLineage({ id: first, lineage: null })).toMatchObject({
    parentModelId: null,
    round: null,
    trainedOnRunIds: null,
  });
});

it("refuses what cannot be, at its field", async () => {
  const { api, base, first, second } = await setUp();
  await api.setLineage({ id: first, lineage: { parentModelId: base, round: 2, runIds: [] } });
  await api.setLineage({ id: second, lineage: { parentModelId: first, round: 3, runIds: [] } });
  const wrong = [
    [base, { parentModelId: second, round: 4, runIds: [] }, "parentModelId", /itself trained/],
    [base, { parentModelId: base, round: 1, runIds: [] }, "parentModelId", /not trained from itself/],
    [second, { parentModelId: "gone", round: 1, runIds: [] }, "parentModelId", /no such model/],
    [second, { parentModelId: first, round: 2, runIds: [] }, "round", /comes later/],
    [first, { parentModelId: base, round: 3, runIds: [] }, "round", /is of round 3/],
    [first, { parentModelId: base, round: 1, runIds: ["nothing"] }, "runIds", /no run nothing/],
  ] as const;
  for (const [id, { runIds, ...lineage }, field, message] of wrong) {
    await expect(api.setLineage({ id, lineage: { ...lineage, runIds: [...runIds] } })).rejects.toMatchObject({
      message: expect.stringMatching(message),
      cause: { field },
    });
  }
  await expect(
    api.setLineage({ id: first, lineage: { parentModelId: base, round: 0, runIds: [] } }),
  ).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

it("a model that others were trained from goes only with a word, and they stay in the family", async () => {
  const { api, base, first, second } = await setUp();
  await api.setLineage({ id: first, lineage: { parentModelId: base, round: 1, runIds: [] } });
  await api.setLineage({ id: second, lineage: { parentModelId: first, round: 2, runIds: [] } });
  await expect(api.remove({ id: first })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("second"),
    cause: { field: "leavesCheckpoints" },
  });
  await api.remove({ id: first, leavesCheckpoints: true });
  expect(await api.get({ id: second })).toMatchObject({ parentModelId: base, round: 2 });
  await api.remove({ id: base, leavesCheckpoints: true });
  expect(await api.get({ id: second })).toMatchObject({ parentModelId: null, round: null });
});

it("a model whose evaluations name it stays", async () => {
  const { db, api, base } = await setUp();
  const benchmarkId = insertBenchmark(db, { name: "sums", items: 2 });
  insertEvaluated(db, { modelId: base, benchmarkId, right: () => true });
  await expect(api.remove({ id: base })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("an evaluation"),
  });
});

it("the hash of an added file becomes known, also to evaluations that were launched before", async () => {
  const { db, base } = await setUp();
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "sphere-hash-test-"));
  const filePath = path.join(folder, "model.gguf");
  const content = Buffer.from("GGUF and the rest");
  await fs.writeFile(filePath, content);
  updateModel(db, base, { kind: "embedded", filePath, fileBytes: content.length });
  const benchmarkId = insertBenchmark(db, { name: "sums", items: 2 });
  const evaluationId = insertEvaluated(db, { modelId: base, benchmarkId, right: () => true });
  const ending = new AbortController();
  const clock = {
    now: () => 1,
    sleep: () => {
      ending.abort();
      return Promise.resolve();
    },
  };
  await hashFiles({ db, clock, logger }, ending.signal);
  const fileSha256 = createHash("sha256").update(content).digest("hex");
  expect(findModel(db, base)).toMatchObject({ fileSha256 });
  const [evaluation] = db.select().from(evaluations).where(eq(evaluations.id, evaluationId)).all();
  expect(evaluation?.model).toMatchObject({ name: "base", fileSha256 });
  await fs.rm(folder, { recursive: true });
});

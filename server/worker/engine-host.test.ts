import pino from "pino";
import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { models } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { createEngineHost } from "./engine-host";

const { db, sqlite } = openTestDatabase();
db.insert(models)
  .values({ id: "m", name: "Model", kind: "scripted", status: "ready", script: "default", createdAt: 0 })
  .run();
const logger = pino({ level: "silent" });
const host = createEngineHost({ db, env: readEnv(), clock: systemClock, logger });

afterAll(async () => {
  await host.close();
  sqlite.close();
});

it("opens an entry anew once it was changed, and lets go of the old engine when its last user is done", async () => {
  const first = await host.acquire("m");
  expect(await host.acquire("m")).toBe(first);

  db.update(models).set({ script: "weak" }).where(eq(models.id, "m")).run();
  const second = await host.acquire("m");
  expect(second).not.toBe(first);
  expect(second.identity).not.toBe(first.identity);

  let closed = 0;
  const close = first.engine.close.bind(first.engine);
  first.engine.close = () => {
    closed += 1;
    return close();
  };
  host.release(first);
  await host.closeOutdated();
  expect(closed).toBe(0);
  host.release(first);
  await Promise.resolve();
  await host.closeOutdated();
  expect(closed).toBe(1);
  expect(await host.acquire("m")).toBe(second);
});

it("says that a removed model is missing", async () => {
  await expect(host.acquire("none")).rejects.toMatchObject({ kind: "model-missing" });
});

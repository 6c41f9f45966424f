import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Connection } from "@/db/client";
import { openTestDatabase } from "@/db/testing";
import { createLogger } from "@/server/foundation/logger";
import { CALIBRATING, calibratedLayout } from "./calibrated-layout";
import { machineName } from "./embedded/calibrate";
import type { Calibration } from "./embedded/calibration.schema";
import { EngineError } from "./engine";
import { findModel, insertModel, updateModel, type ModelRow } from "./models.repo";
import { createFakeClock } from "./testing/fake-clock";

const layout = { contexts: 2, threadsPerContext: 1, sequencesPerContext: 32, contextTokens: 4096 };
const measured: Calibration = {
  layout,
  tokensPerSecond: 100,
  measuredAt: 5,
  machine: machineName(),
  fileBytes: 4,
  tried: [{ layout, tokensPerSecond: 100 }],
};
const logger = createLogger("test", "silent");
const clock = createFakeClock();

let connection: Connection;
let folder = "";
beforeEach(async () => {
  connection = openTestDatabase();
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "sphere-calibration-test-"));
});
afterEach(async () => {
  connection.sqlite.close();
  await fs.rm(folder, { recursive: true });
});

async function addModel(calibration: Calibration | null): Promise<ModelRow> {
  const filePath = path.join(folder, "model.gguf");
  await fs.writeFile(filePath, "GGUF");
  const row = { id: "m", name: "m", kind: "embedded", status: "ready", createdAt: 0 } as const;
  return insertModel(connection.db, { ...row, filePath, calibration });
}

const measure = (): Promise<Calibration> => Promise.reject(new Error("It must not be measured."));
const now = (): Promise<Calibration> => Promise.resolve(measured);
const fails = (): Promise<Calibration> => Promise.reject(new EngineError("unreachable", "No memory."));

it("measures once, says so meanwhile, and keeps what it found", async () => {
  const { db } = connection;
  const row = await addModel(null);
  let said: string | null | undefined;
  const found = await calibratedLayout(row, {
    db,
    clock,
    logger,
    calibrate: true,
    measure: async () => {
      said = findModel(db, "m")?.statusDetail;
      return measured;
    },
  });
  expect(found).toEqual(layout);
  expect(said).toBe(CALIBRATING);
  const kept = findModel(db, "m");
  expect(kept).toMatchObject({ calibration: measured, statusDetail: null });
  const again = await calibratedLayout(kept ?? row, { db, clock, logger, calibrate: true, measure });
  expect(again).toEqual(layout);
});

it.each([
  ["machine", { ...measured, machine: "another × 2" }],
  ["file", { ...measured, fileBytes: 5 }],
])("does not use what was measured with another %s", async (_, calibration) => {
  const { db } = connection;
  const row = await addModel(calibration);
  expect(await calibratedLayout(row, { db, clock, logger, measure })).toEqual({});
  expect(await calibratedLayout(row, { db, clock, logger, calibrate: true, measure: now })).toEqual(layout);
});

it("leaves the machine's default where it cannot be measured", async () => {
  const { db } = connection;
  const row = await addModel(null);
  expect(await calibratedLayout(row, { db, clock, logger, calibrate: true, measure: fails })).toEqual({});
  expect(findModel(db, "m")).toMatchObject({ calibration: null, statusDetail: null, status: "ready" });
  updateModel(db, "m", { filePath: null });
  expect(await calibratedLayout({ ...row, filePath: null }, { db, clock, logger, measure })).toEqual({});
});

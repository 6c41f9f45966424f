import { expect, it } from "vitest";
import { smallModelFile } from "../testing/test-model-file";
import { calibrate, machineName } from "./calibrate";
import { calibrationSchema } from "./calibration.schema";
import { openEmbeddedEngine } from "./embedded-engine";

it("measures layouts on this machine, keeps the best, and the engine opens with it", async () => {
  const file = await smallModelFile();
  const calibration = await calibrate({ file, contextTokens: 512, budgetMs: 3000 });
  expect(calibrationSchema.parse(JSON.parse(JSON.stringify(calibration)))).toEqual(calibration);
  expect(calibration.machine).toBe(machineName());
  expect(calibration.tokensPerSecond).toBeGreaterThan(0);
  expect(calibration.tried.map(({ layout }) => layout)).toContainEqual(calibration.layout);
  const engine = await openEmbeddedEngine({ file, ...calibration.layout });
  expect(engine.layout).toEqual(calibration.layout);
  await engine.close();
});

it("says so when no layout fits", async () => {
  const file = await smallModelFile();
  await expect(calibrate({ file, budgetMs: 0 })).rejects.toMatchObject({ kind: "unreachable" });
});

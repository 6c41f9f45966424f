import { expect, it } from "vitest";
import { pairs } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/foundation/clock";
import { heldBackPairs } from "./held-back";
import { pairs as listed } from "./reading.service";
import { launchRunSchema } from "./runs.schema";
import { getRun, launchRun } from "./runs.service";
import { scriptedEngine, workOnce } from "./testing/scripted-run";
import { seedForRuns, smallLaunch } from "./testing/seed";

const PROBLEMS = 40;

it("a run's pairs say which are held back, and can be narrowed to those", async () => {
  const { db } = openTestDatabase();
  const small = smallLaunch(seedForRuns(db, { problems: PROBLEMS }), PROBLEMS);
  const { id: runId } = launchRun({ db, clock: systemClock }, launchRunSchema.parse(small));
  await workOnce(db, { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") });
  const chosen = "A long way round to the same answer. ".repeat(40);
  db.update(pairs).set({ chosen }).run();
  const held = heldBackPairs(db, getRun(db, runId));
  const page = { runId, stage: null, page: 1, pageSize: 200 } as const;

  const all = listed(db, { ...page, heldBack: false });
  expect(held.size).toBeGreaterThan(0);
  expect(all.heldBack).toBe(held.size);
  expect(all.items.map(({ pair, heldBackBy }) => [pair.id, heldBackBy])).toEqual(
    all.items.map(({ pair }) => [pair.id, held.get(pair.id) ?? null]),
  );

  const only = listed(db, { ...page, heldBack: true });
  expect(only.total).toBe(held.size);
  expect(new Set(only.items.map(({ pair }) => pair.id))).toEqual(new Set(held.keys()));
  expect(only.stages.reduce((sum, { total }) => sum + total, 0)).toBe(held.size);
});

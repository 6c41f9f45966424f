import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { pairs } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/foundation/clock";
import { exportPairs } from "./export-pairs";
import { runReport } from "./report.service";
import { launchRunSchema, type LaunchRunInput } from "./runs.schema";
import { getRun, launchRun } from "./runs.service";
import { scriptedEngine, workOnce } from "./testing/scripted-run";
import { seedForRuns, smallLaunch } from "./testing/seed";

const PROBLEMS = 40;
const LIGHT = { rootSamples: 4, rolloutsPerPrefix: 4, correctionSamples: 4 };

const sum = (rules: readonly { readonly count: number }[]) =>
  rules.reduce((total, { count }) => total + count, 0);

async function finished(config: LaunchRunInput["config"]): Promise<{ db: Db; runId: string }> {
  const { db } = openTestDatabase();
  const small = smallLaunch(seedForRuns(db, { problems: PROBLEMS }), PROBLEMS);
  const { id } = launchRun({ db, clock: systemClock }, launchRunSchema.parse({ ...small, config }));
  await workOnce(db, { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") });
  return { db, runId: id };
}

describe("report of a run", () => {
  let db: Db;
  let runId: string;
  beforeAll(async () => {
    ({ db, runId } = await finished(LIGHT));
  }, 60_000);

  it("accounts for every candidate: dropped by a rule, held back by a rule, or exported", () => {
    const { funnel } = runReport(db, runId);
    expect(funnel.pairs).toBe(getRun(db, runId).pairCount);
    expect(funnel.candidates).toBe(funnel.pairs + sum(funnel.dropped));
    expect(funnel.exported).toBe(funnel.pairs - sum(funnel.heldBack));
    expect([...exportPairs(db, runId, "trl")]).toHaveLength(funnel.exported);
    expect(funnel.pairs).toBeGreaterThan(20);
  });

  it("holds long sides back, and says so in the wide file", async () => {
    const { db: own, runId: ownId } = await finished(LIGHT);
    const all = own.select().from(pairs).all();
    const long = all.slice(0, all.length / 2);
    for (const { id, chosen } of long) {
      const longer = { chosen: chosen.repeat(3) };
      own.update(pairs).set(longer).where(eq(pairs.id, id)).run();
    }
    const { funnel } = runReport(own, ownId);
    expect(funnel.heldBack.map(({ rule }) => rule)).toEqual(["length-balance"]);
    const held = [...exportPairs(own, ownId, "wide")].filter((line) => line.includes('"heldBackBy":"length'));
    expect(held).toHaveLength(funnel.pairs - funnel.exported);
  });

  it("compares reflections with as many fresh samples", () => {
    const { control } = runReport(db, runId);
    expect(control?.reflected.samples).toBeGreaterThan(0);
    expect(control?.resampled.samples).toBe(control?.reflected.samples);
  });

  it("says how different the chains are", () => {
    const { diversity } = runReport(db, runId);
    expect(diversity.map(({ stage }) => stage)).toContain("self-generation");
    for (const { distinct1, selfBleu, strategies } of diversity) {
      expect(distinct1).toBeGreaterThan(0);
      expect(selfBleu).toBeLessThanOrEqual(1);
      expect(strategies).toBeGreaterThanOrEqual(1);
    }
  });
});

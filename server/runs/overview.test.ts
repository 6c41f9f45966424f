import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { runs } from "@/db/schema";
import { readOverview } from "./overview.service";
import { launchRunSchema } from "./runs.schema";
import { launchRun } from "./runs.service";
import { seedForRuns, smallLaunch } from "./testing/seed";

function openOverview() {
  const { db } = openTestDatabase();
  const seeded = seedForRuns(db, { problems: 4 });
  let now = 1_000;
  const clock = { now: () => (now += 1_000), sleep: () => Promise.resolve() };
  const launch = (name: string): string =>
    launchRun({ db, clock }, launchRunSchema.parse({ ...smallLaunch(seeded, 2), name })).id;
  const change = (id: string, values: Partial<typeof runs.$inferInsert>): void => {
    db.update(runs).set(values).where(eq(runs.id, id)).run();
  };
  return { launch, change, read: () => readOverview({ db, clock }) };
}

describe("overview for the home page", () => {
  it("counts what a new database has", () => {
    const { read } = openOverview();
    expect(read()).toMatchObject({
      trainingProblems: 4,
      benchmarkProblems: 0,
      modelsReady: 2,
      runs: 0,
      activeRuns: [],
      latestRun: null,
      latestWithPairs: null,
      evaluations: 0,
      activeEvaluations: 0,
    });
  });

  it("puts runs at work before the queue, and the queue in its order", () => {
    const { launch, change, read } = openOverview();
    const [first, second, third, done] = [launch("1"), launch("2"), launch("3"), launch("4")];
    change(third, { status: "running" });
    change(done, { status: "finished" });
    expect(read().activeRuns.map(({ id }) => id)).toEqual([third, first, second]);
  });

  it("finds the newest run and the newest that has pairs", () => {
    const { launch, change, read } = openOverview();
    const [, second, third] = [launch("1"), launch("2"), launch("3")];
    change(second, { pairCount: 3 });
    expect(read().latestRun?.id).toBe(third);
    expect(read().latestWithPairs?.id).toBe(second);
  });
});

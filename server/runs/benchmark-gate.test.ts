import { describe, expect, it } from "vitest";
import { problems, problemSets, runProblems } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { systemClock } from "@/server/foundation/clock";
import { decideMatches } from "@/server/problems/contamination/decide.service";
import { estimate } from "./estimate.service";
import { exportPairs } from "./export-pairs";
import { launchWhenChecked } from "./launch-when-checked.service";
import { runReport } from "./report.service";
import { launchRun, chooseProblems } from "./runs.service";
import { launchRunSchema } from "./runs.schema";
import { launchInputSchema } from "./steering.schema";
import { scriptedEngine, workOnce } from "./testing/scripted-run";
import { seedForRuns, smallLaunch } from "./testing/seed";

const PROBLEMS = 6;

function workplace() {
  const { db } = openTestDatabase();
  const deps = { db, clock: systemClock };
  const seeded = seedForRuns(db, { problems: PROBLEMS });
  const launch = launchInputSchema.parse(smallLaunch(seeded, PROBLEMS));
  /** A benchmark with one problem of the set, which was not compared with it yet. */
  const addBenchmark = (): void => {
    const set = {
      id: "set_test",
      name: "Test",
      kind: "benchmark",
      status: "ready",
      source: "test.jsonl",
    } as const;
    db.insert(problemSets)
      .values({ ...set, problemCount: 1, faults: [], createdAt: 1 })
      .run();
    const [twin] = db.select().from(problems).all();
    if (twin === undefined) throw new Error("The set has no problem.");
    db.insert(problems)
      .values({ ...twin, id: "problem_test", setId: set.id })
      .run();
  };
  const leaveOut = (): void => {
    const all = { setId: seeded.setId, matchIds: null, reason: "" };
    decideMatches(deps, { ...all, decision: "leave-out" }, TEST_ADMIN);
  };
  return { db, deps, seeded, launch, addBenchmark, leaveOut };
}

// The set's additions differ in two numbers of fourteen words, so that each is much like the benchmark's one.
const ALL = PROBLEMS;

describe("a set that has problems of a benchmark", () => {
  it("is compared before it is launched, and refused with field and fix", async () => {
    const { deps, launch, addBenchmark } = workplace();
    addBenchmark();
    const refusal = { field: "problemSetId", fix: expect.stringContaining("overlap page") };
    await expect(estimate(deps, launch)).rejects.toMatchObject(refusal);
    await expect(launchWhenChecked(deps, launch)).rejects.toMatchObject(refusal);
  });

  it("is launched without the problems that were left out, whoever names them", async () => {
    const { db, deps, seeded, launch, addBenchmark, leaveOut } = workplace();
    const before = launchRun(deps, launchRunSchema.parse(smallLaunch(seeded, PROBLEMS)));
    db.insert(problems)
      .values(
        ["river", "tower"].map((word, index) => ({
          id: `problem_${word}`,
          setId: seeded.setId,
          externalId: word,
          position: PROBLEMS + index,
          statement: `How many letters has the word ${word}?`,
          answer: "5",
          fingerprint: word,
        })),
      )
      .run();
    const order = chooseProblems(db, { ...launch, problemCount: PROBLEMS + 2 });
    addBenchmark();
    await expect(launchWhenChecked(deps, launch)).rejects.toThrow(`${ALL} problems of Additions`);
    leaveOut();
    const run = await launchWhenChecked(deps, launch);
    expect(run.problemCount).toBe(2);
    const taken = db
      .select()
      .from(runProblems)
      .all()
      .filter(({ runId }) => runId === run.id);
    expect(taken.map(({ problemId }) => problemId).toSorted()).toEqual(["problem_river", "problem_tower"]);
    const again = launchInputSchema.parse({ ...launch, problemsOfRunId: before.id });
    await expect(launchWhenChecked(deps, again)).rejects.toMatchObject({ field: "problemSetId" });
    expect(chooseProblems(db, launch)).toEqual(
      order.filter((id) => taken.some((row) => row.problemId === id)),
    );
  });

  it("takes its pairs out of the files of runs that are over, and says so", async () => {
    const { db, deps, seeded, addBenchmark, leaveOut, launch } = workplace();
    const { id } = launchRun(deps, launchRunSchema.parse(smallLaunch(seeded, PROBLEMS)));
    await workOnce(db, { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") });
    const lines = (): number => [...exportPairs(db, id, "wide")].length;
    const made = runReport(db, id).funnel.pairs;
    expect(made).toBeGreaterThan(0);
    expect(lines()).toBe(made);
    addBenchmark();
    await expect(launchWhenChecked(deps, launch)).rejects.toThrow("in a benchmark");
    const expectNoPairs = (): void => {
      expect(lines()).toBe(0);
      expect([...exportPairs(db, id, "trl")]).toEqual([]);
      expect(runReport(db, id).funnel).toMatchObject({
        pairs: made,
        heldBack: [{ rule: "benchmark-overlap", count: made }],
        exported: 0,
      });
    };
    expectNoPairs();
    leaveOut();
    expectNoPairs();
  });
});

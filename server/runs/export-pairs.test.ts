import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { pairs, runProblems } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/foundation/clock";
import { exportPairs } from "./export-pairs";
import { launchRunSchema } from "./runs.schema";
import { launchRun } from "./runs.service";
import { scriptedEngine, workOnce } from "./testing/scripted-run";
import { seedForRuns, smallLaunch } from "./testing/seed";

async function finishedRun(): Promise<{ db: Db; runId: string }> {
  const { db } = openTestDatabase();
  const launch = launchRunSchema.parse(smallLaunch(seedForRuns(db, { problems: 8 }), 8));
  const { id } = launchRun({ db, clock: systemClock }, launch);
  await workOnce(db, { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") });
  return { db, runId: id };
}

let db: Db;
let runId: string;
beforeEach(async () => {
  ({ db, runId } = await finishedRun());
});

const rows = (format: "trl" | "wide"): Record<string, unknown>[] =>
  [...exportPairs(db, runId, format)].map((line) => JSON.parse(line) as Record<string, unknown>);

describe("exportPairs", () => {
  it("gives the trainer three strings a pair and nothing else", () => {
    const records = rows("trl");
    expect(records.length).toBe(
      db
        .select()
        .from(pairs)
        .all()
        .filter((pair) => !pair.rejectedTruncated).length,
    );
    for (const record of records) {
      expect(Object.keys(record)).toEqual(["prompt", "chosen", "rejected"]);
      for (const text of Object.values(record)) expect(text).toEqual(expect.any(String));
    }
  });

  it("begins each prompt with the rendered chat and ends it with the shared prefix", () => {
    for (const record of rows("wide")) {
      const problem = db
        .select()
        .from(runProblems)
        .where(eq(runProblems.problemId, String(record["problemId"])))
        .get();
      expect(record["prompt"]).toBe(`${problem?.renderedPrompt ?? ""}${String(record["prefix"])}`);
      expect(record["prompt"]).toContain(record["problem"]);
    }
  });

  it("leaves a cut-off rejected answer out of the trainer's file and keeps it in the wide one", () => {
    const [first] = db.select().from(pairs).all();
    if (first === undefined) throw new Error("the run made no pair");
    db.update(pairs).set({ rejectedTruncated: true }).where(eq(pairs.id, first.id)).run();
    expect(rows("wide").length - rows("trl").length).toBe(1);
  });

  it("is the same bytes for the same journal", async () => {
    const other = await finishedRun();
    const text = (from: Db, id: string) => [...exportPairs(from, id, "trl")].join("");
    expect(text(other.db, other.runId)).toBe(text(db, runId));
    expect(text(db, runId)).not.toBe("");
  });

  it("says so when there is no such run", () => {
    expect(() => [...exportPairs(db, "run_none", "trl")]).toThrow(/no run run_none/);
  });
});

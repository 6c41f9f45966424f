import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
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

const text = (from: Db, id: string): string => [...exportPairs(from, id, "trl")].join("");

let db: Db;
let runId: string;
beforeEach(async () => {
  ({ db, runId } = await finishedRun());
});

const record = z.record(z.string(), z.unknown());
const rows = (format: "trl" | "wide"): Record<string, unknown>[] =>
  [...exportPairs(db, runId, format)].map((line) => record.parse(JSON.parse(line)));

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
    for (const row of records) {
      expect(Object.keys(row)).toEqual(["prompt", "chosen", "rejected"]);
      for (const value of Object.values(row)) expect(value).toEqual(expect.any(String));
    }
  });

  it("begins each prompt with the rendered chat and ends it with the shared prefix", () => {
    for (const row of rows("wide")) {
      const problem = db
        .select()
        .from(runProblems)
        .where(eq(runProblems.problemId, String(row["problemId"])))
        .get();
      expect(row["prompt"]).toBe(`${problem?.renderedPrompt ?? ""}${String(row["prefix"])}`);
      expect(row["prompt"]).toContain(row["problem"]);
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
    expect(text(other.db, other.runId)).toBe(text(db, runId));
    expect(text(db, runId)).not.toBe("");
  });

  it("says so when there is no such run", () => {
    expect(() => [...exportPairs(db, "run_none", "trl")]).toThrow(/no run run_none/);
  });
});

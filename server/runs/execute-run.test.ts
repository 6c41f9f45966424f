import { setImmediate } from "node:timers/promises";
import { count, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { calls, pairs, problems, runEvents, runProblems } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/foundation/clock";
import { gradeResponse } from "@/server/math";
import { EngineError, type Engine, type GenerateRequest } from "@/server/models/engine";
import { launchRunSchema } from "./runs.schema";
import { getRun, launchRun } from "./runs.service";
import { contentsOf, scriptedEngine, workOnce } from "./testing/scripted-run";
import { seedForRuns, smallLaunch } from "./testing/seed";

const PROBLEMS = 12;

function launched(overrides: { tokenBudget?: number } = {}): { db: Db; runId: string } {
  const { db } = openTestDatabase();
  const seeded = seedForRuns(db, { problems: PROBLEMS });
  const launch = launchRunSchema.parse({ ...smallLaunch(seeded, PROBLEMS), ...overrides });
  return { db, runId: launchRun({ db, clock: systemClock }, launch).id };
}

/** An engine that does `before` each request and then answers as `engine`. */
function spied(engine: Engine, before: (request: GenerateRequest) => void | Promise<void>): Engine {
  return {
    ...engine,
    async generate(request, signal) {
      await before(request);
      return engine.generate(request, signal);
    },
  };
}

let db: Db;
let runId: string;
beforeEach(() => {
  ({ db, runId } = launched());
});

describe("executeRun", () => {
  it("takes every problem to its end and makes pairs of every stage", async () => {
    const end = await workOnce(db, { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") });
    expect(end).toEqual({ kind: "finished" });
    const run = getRun(db, runId);
    expect(run.problemsDone).toBe(PROBLEMS);
    const made = db.select().from(pairs).all();
    expect(run.pairCount).toBe(made.length);
    expect(new Set(made.map(({ stage }) => stage))).toContain("self-generation");
    for (const pair of made) {
      const problem = db.select().from(problems).where(eq(problems.id, pair.problemId)).get();
      const verdict = (completion: string) =>
        gradeResponse(pair.prefix + completion, problem?.answer ?? "").verdict;
      expect(verdict(pair.chosen)).toBe("correct");
      expect(verdict(pair.rejected)).not.toBe("correct");
    }
  });

  it("counts tokens and calls as the journal has them", async () => {
    await workOnce(db, { policy: scriptedEngine(db) });
    const run = getRun(db, runId);
    const rows = db.select().from(calls).all();
    expect(run.callCount).toBe(rows.length);
    expect(run.generatedTokens).toBe(rows.reduce((sum, { generatedTokens }) => sum + generatedTokens, 0));
  });

  it("ends the same after being cut off again and again, and asks nothing twice", async () => {
    await workOnce(db, { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") });
    const undisturbed = contentsOf(db, runId);

    const other = launched();
    const answered = new Set<string>();
    let repeats = 0;
    let end: { kind: string } = { kind: "stopped" };
    for (let attempt = 0; end.kind === "stopped" && attempt < 500; attempt++) {
      const stop = new AbortController();
      let left = 7;
      const cutOff = (engine: Engine): Engine => ({
        ...engine,
        async generate(request, signal) {
          const result = await engine.generate(request, signal);
          // A turn of the event loop, in which answers that came before are recorded.
          await setImmediate();
          if (--left < 0) stop.abort(new Error("cut off"));
          else if (answered.has(request.key)) repeats++;
          else answered.add(request.key);
          return result;
        },
      });
      end = await workOnce(other.db, {
        policy: cutOff(scriptedEngine(other.db)),
        small: cutOff(scriptedEngine(other.db, "weak")),
        signal: stop.signal,
        leaseId: `test/${attempt}`,
      });
    }
    expect(end.kind).toBe("finished");
    expect(repeats).toBe(0);
    expect(contentsOf(other.db, other.runId)).toEqual(undisturbed);
  });

  it("makes the same whatever order the answers come in", async () => {
    await workOnce(db, { policy: scriptedEngine(db) });
    const inOrder = contentsOf(db, runId);
    const other = launched();
    let turn = 0;
    const shuffledEngine = spied(scriptedEngine(other.db), async () => {
      turn = (turn * 5 + 3) % 16;
      for (let tick = 0; tick < turn; tick++) await Promise.resolve();
    });
    await workOnce(other.db, { policy: shuffledEngine });
    expect(contentsOf(other.db, other.runId)).toEqual(inOrder);
  });

  it("pauses when the engine is down and burns no problem", async () => {
    let asked = 0;
    const dying = spied(scriptedEngine(db), () => {
      if (++asked > 5) throw new EngineError("unreachable", "connection refused");
    });
    const end = await workOnce(db, { policy: dying });
    expect(end).toMatchObject({ kind: "engine-down", error: { kind: "unreachable" } });
    expect(getRun(db, runId).problemsFailed).toBe(0);
    expect(await workOnce(db, { policy: scriptedEngine(db), leaseId: "test/2" })).toEqual({
      kind: "finished",
    });
    expect(getRun(db, runId).problemsDone).toBe(PROBLEMS);
  });

  it("records a call that the engine cannot answer, shows it, and goes on", async () => {
    const hostile = db.select().from(problems).limit(1).get();
    const picky = spied(scriptedEngine(db), ({ messages }) => {
      if (messages.some(({ content }) => content.includes(hostile?.statement ?? "?"))) {
        throw new EngineError("context-too-long", "The prompt has 5000 tokens.");
      }
    });
    expect(await workOnce(db, { policy: picky })).toEqual({ kind: "finished" });
    expect(getRun(db, runId)).toMatchObject({ problemsFailed: 1, problemsDone: PROBLEMS - 1 });
    const failed = db.select().from(runProblems).where(eq(runProblems.status, "failed")).all();
    expect(failed.map(({ problemId }) => problemId)).toEqual([hostile?.id]);
    const events = db.select().from(runEvents).where(eq(runEvents.kind, "call-failed")).all();
    expect(events[0]?.message).toContain("context-too-long");
  });

  it("writes nothing once another worker has the run", async () => {
    let stolen = false;
    const thief = spied(scriptedEngine(db), () => {
      if (stolen) return;
      stolen = true;
      db.run("update runs set lease_id = 'thief/1', lease_expires_at = 9e15");
    });
    await expect(workOnce(db, { policy: thief })).rejects.toThrow(/Another worker/);
    expect(db.select({ n: count() }).from(calls).get()?.n).toBe(0);
  });
});

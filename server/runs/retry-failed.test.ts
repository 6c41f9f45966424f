import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { calls, pairs, runProblems } from "@/db/schema";
import { EngineError, type Engine } from "@/server/models/engine";
import { openRuns } from "./testing/open-runs";
import { contentsOf, scriptedEngine, workOnce } from "./testing/scripted-run";

const PROBLEMS = 6;
let open: ReturnType<typeof openRuns>;
let runId: string;
beforeEach(async () => {
  open = openRuns(PROBLEMS);
  runId = await open.launch();
});

/** Fails every request about the problems whose statement has one of the texts. */
function failing(texts: readonly string[]): Engine {
  const engine = scriptedEngine(open.db);
  return {
    ...engine,
    async generate(request, signal) {
      if (texts.some((text) => JSON.stringify(request.messages).includes(text))) {
        throw new EngineError("context-too-long", `The prompt has ${request.n * 1000} tokens.`);
      }
      return await engine.generate(request, signal);
    },
  };
}

const statusOf = (problemId: string) =>
  open.db
    .select({ status: runProblems.status, error: runProblems.error })
    .from(runProblems)
    .where(and(eq(runProblems.runId, runId), eq(runProblems.problemId, problemId)))
    .get();

describe("retrying failed problems", () => {
  it("ends as if nothing had failed, and asks nothing twice that was answered", async () => {
    await workOnce(open.db, { policy: failing(["Ann has 2 apples", "Ann has 5 apples"]) });
    expect(await open.runs.get({ runId })).toMatchObject({ status: "finished", problemsFailed: 2 });
    const good = open.db.select({ id: calls.id }).from(calls).where(eq(calls.status, "ok")).all();

    const retried = await open.runs.retryFailed({ runId });
    expect(retried).toMatchObject({ problems: 2, callsForgotten: 2 });
    expect(retried.run).toMatchObject({
      status: "queued",
      problemsFailed: 0,
      problemsDone: 4,
      failedCallCount: 0,
    });

    const asked: string[] = [];
    const engine = scriptedEngine(open.db);
    const watched: Engine = {
      ...engine,
      generate: (request, signal) => {
        asked.push(JSON.stringify(request.messages));
        return engine.generate(request, signal);
      },
    };
    await workOnce(open.db, { policy: watched, leaseId: "test/2" });
    expect(asked.every((text) => /Ann has [25] apples/.test(text))).toBe(true);
    expect(open.db.select({ id: calls.id }).from(calls).all()).toEqual(expect.arrayContaining(good));

    const calm = openRuns(PROBLEMS);
    const calmId = await calm.launch();
    await workOnce(calm.db, { policy: scriptedEngine(calm.db) });
    expect(contentsOf(open.db, runId)).toEqual(contentsOf(calm.db, calmId));
    const run = await open.runs.get({ runId });
    expect(run).toMatchObject({ problemsDone: PROBLEMS, problemsFailed: 0 });
    expect(run.pairCount).toBe(open.db.select().from(pairs).all().length);
    expect(run.callCount).toBe(open.db.select().from(calls).all().length);
  });

  it("takes the problems named, also one that was done in spite of a failed call", async () => {
    await workOnce(open.db, { policy: scriptedEngine(open.db) });
    const failed = open.db.select().from(calls).where(eq(calls.problemId, "problem_1")).limit(1).get();
    if (failed === undefined) throw new Error("no call");
    open.db
      .insert(calls)
      .values({
        ...failed,
        id: "call_failed",
        status: "failed",
        ordinal: 99,
        samples: [],
        generatedTokens: 0,
      })
      .run();
    await expect(open.runs.retryFailed({ runId, problemIds: ["problem_2"] })).rejects.toMatchObject({
      cause: { field: "problemIds" },
    });
    const { problems, callsForgotten } = await open.runs.retryFailed({ runId, problemIds: ["problem_1"] });
    expect({ problems, callsForgotten }).toEqual({ problems: 1, callsForgotten: 1 });
    expect(statusOf("problem_1")).toEqual({ status: "waiting", error: null });
    expect(open.db.select().from(pairs).where(eq(pairs.problemId, "problem_1")).all()).toEqual([]);
  });

  it("leaves a paused run to its person, and does not wake a cancelled one", async () => {
    await workOnce(open.db, { policy: failing(["Ann has 2 apples"]) });
    open.change(runId, { status: "paused" });
    const { run } = await open.runs.retryFailed({ runId });
    expect(run).toMatchObject({ status: "paused", problemsFailed: 0 });
    open.change(runId, { status: "cancelled" });
    await expect(open.runs.retryFailed({ runId })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("keeps in the log what was forgotten", async () => {
    await workOnce(open.db, { policy: failing(["Ann has 2 apples"]) });
    await open.runs.retryFailed({ runId });
    const events = await open.runs.events({ runId });
    expect(events[0]).toMatchObject({
      kind: "problems-retried",
      message:
        "A person put 1 problem back to be tried again; 1 failed call forgotten. The run is queued again.",
      data: { problemIds: ["problem_0"], callsForgotten: 1 },
    });
    expect(events.some(({ kind }) => kind === "call-failed")).toBe(true);
  });
});

describe("errors by cause", () => {
  it("gathers what differs in numbers alone, with the newest to look into", async () => {
    await workOnce(open.db, {
      policy: failing(["Ann has 2 apples", "Ann has 5 apples", "Ann has 6 apples"]),
    });
    const [problems, failedCalls, ...rest] = await open.runs.errors({ runId, examples: 2 });
    expect(rest).toEqual([]);
    expect(problems).toMatchObject({ of: "problems", kind: "problem-failed", count: 3 });
    expect(problems?.examples).toHaveLength(2);
    expect(failedCalls).toMatchObject({
      of: "calls",
      kind: "context-too-long",
      pattern: "The prompt has N tokens.",
      count: 3,
    });
    for (const example of failedCalls?.examples ?? []) {
      expect(await open.runs.modelCall({ callId: example.callId ?? "" })).toMatchObject({
        call: { problemId: example.problemId, errorMessage: example.message },
      });
    }
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { claimNextRun, renewLease } from "./lifecycle.repo";
import { openRuns } from "./testing/open-runs";

let open: ReturnType<typeof openRuns>;
let runId: string;
beforeEach(async () => {
  open = openRuns();
  runId = await open.launch();
});

describe("adjusting a run", () => {
  it("reaches the worker with its next heartbeat, and leaves the rest as it is", async () => {
    claimNextRun(open.db, { leaseId: "w/1", now: 0 });
    const beat = () => renewLease(open.db, { runId, leaseId: "w/1", now: 1, activeMs: 1, live: null });
    expect(beat()?.launch).toMatchObject({ tokenBudget: null, maxInFlight: null });
    const run = await open.runs.adjust({ runId, tokenBudget: 50_000, maxInFlight: 4 });
    expect(run.launch).toMatchObject({
      tokenBudget: 50_000,
      maxInFlight: 4,
      timeBudgetMinutes: null,
      seed: 1,
    });
    expect(beat()).toMatchObject({ status: "running", launch: { tokenBudget: 50_000, maxInFlight: 4 } });
    await open.runs.adjust({ runId, tokenBudget: null });
    expect(beat()?.launch).toMatchObject({ tokenBudget: null, maxInFlight: 4 });
  });

  it("writes down what was changed, from what to what, and nothing where nothing was", async () => {
    await open.runs.adjust({ runId, timeBudgetMinutes: 90, priority: 3 });
    await open.runs.adjust({ runId, priority: 3 });
    const events = await open.runs.events({ runId });
    expect(events.filter(({ kind }) => kind === "run-adjusted").map(({ message }) => message)).toEqual([
      "A person changed the run: time budget in minutes from none to 90; priority from 0 to 3.",
    ]);
  });

  it.each([
    ["tokenBudget", { tokenBudget: 1_000 }],
    ["timeBudgetMinutes", { timeBudgetMinutes: 2 }],
  ])("refuses a %s that is spent already", async (field, change) => {
    open.change(runId, { generatedTokens: 1_000, activeMs: 120_000 });
    await expect(open.runs.adjust({ runId, ...change })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { field, fix: "Give a budget above that, or none." },
    });
  });

  it("changes nothing of a run that is over", async () => {
    open.change(runId, { status: "finished" });
    await expect(open.runs.adjust({ runId, maxInFlight: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "A run that is finished cannot be changed.",
    });
  });
});

describe("resuming a run whose time is spent", () => {
  beforeEach(async () => {
    await open.runs.adjust({ runId, timeBudgetMinutes: 1 });
    open.change(runId, { status: "paused", activeMs: 60_000 });
  });

  it("asks for more time", async () => {
    await expect(open.runs.resume({ runId })).rejects.toMatchObject({
      cause: { field: "timeBudgetMinutes" },
    });
    const run = await open.runs.resume({ runId, timeBudgetMinutes: 2 });
    expect(run).toMatchObject({ status: "queued", launch: { timeBudgetMinutes: 2 } });
  });

  it("goes on without a limit where it is lifted", async () => {
    const run = await open.runs.resume({ runId, timeBudgetMinutes: null });
    expect(run).toMatchObject({ status: "queued", launch: { timeBudgetMinutes: null } });
  });
});

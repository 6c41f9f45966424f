import { afterEach, describe, expect, it } from "vitest";
import { models } from "@/db/schema";
import { EngineError } from "@/server/models/engine";
import type { LaunchInput } from "@/server/runs/steering.schema";
import { smallLaunch } from "@/server/runs/testing/seed";
import { RUNS_AT_ONCE } from "@/server/runs/tunables";
import { createDoor, openLoop, until, type Before } from "./testing/open-loop";

const PROBLEMS = 4;
let loop: ReturnType<typeof openLoop>;
afterEach(async () => {
  await loop.end();
});

const start = (before?: Before, problems = PROBLEMS): void => {
  loop = openLoop(problems, before);
};
const launch = (change: Partial<LaunchInput> = {}) => loop.launch({ smallModelId: null, ...change });
const get = (runId: string) => loop.runs.get({ runId });
const becomes = (runId: string, status: string): Promise<void> =>
  until(async () => (await get(runId)).status === status);
const lastEvent = async (runId: string) => (await loop.runs.events({ runId, limit: 1 }))[0];

describe("several runs", { timeout: 60_000 }, () => {
  it("go at the same time on one engine, and each ends whole", async () => {
    const door = createDoor();
    start(door.pass);
    const [a, b] = [await launch(), await launch({ seed: 2 })];
    await until(async () => (await get(a)).status === "running" && (await get(b)).status === "running");
    door.open();
    await becomes(a, "finished");
    await becomes(b, "finished");
    expect(await get(a)).toMatchObject({ problemsDone: PROBLEMS, problemsFailed: 0 });
    expect(await get(b)).toMatchObject({ problemsDone: PROBLEMS, problemsFailed: 0 });
  });

  it("wait for a place, but a dry run finds one", async () => {
    const door = createDoor();
    start(door.pass);
    const ids: string[] = [];
    for (let made = 0; made <= RUNS_AT_ONCE; made++) ids.push(await launch());
    const last = ids.at(-1) ?? "";
    for (const id of ids.slice(0, -1)) await becomes(id, "running");
    const dry = await loop.runs.dryRun({ ...smallLaunch(loop.seeded, 2), smallModelId: null });
    await becomes(dry.id, "running");
    expect(await get(last)).toMatchObject({ status: "queued" });
    door.open();
    await becomes(last, "finished");
  });

  it("do not wait for one whose engine is down", async () => {
    start();
    const gone = { id: "model_gone", name: "Gone", kind: "scripted", status: "ready" } as const;
    loop.db
      .insert(models)
      .values({ ...gone, createdAt: 0 })
      .run();
    const [down, up] = [await launch({ policyModelId: "model_gone" }), await launch()];
    await becomes(up, "finished");
    await becomes(down, "paused");
    const run = await get(down);
    expect(run.statusReason).toBe("The engine cannot answer (unreachable): connection refused");
    expect(run.retryAt).not.toBeNull();
    expect(await lastEvent(down)).toMatchObject({ data: { cause: "engine-down", attempt: 1 } });
  });
});

describe("stopping a run", { timeout: 60_000 }, () => {
  it("pauses with what was in flight kept", async () => {
    const door = createDoor();
    start(door.pass);
    const id = await launch();
    await until(() => door.waiting() > 0);
    await loop.runs.pause({ runId: id });
    // The heartbeat has seen it once the run lets nothing more through.
    await until(async () => (await get(id)).live?.samplesInFlight === 8 * door.waiting());
    door.open();
    await becomes(id, "paused");
    const event = await lastEvent(id);
    expect(event).toMatchObject({ kind: "run-paused", level: "info", data: { cause: "person", ended: 0 } });
    const { callCount } = await get(id);
    expect(callCount).toBe(door.waiting());
    await loop.runs.resume({ runId: id });
    await becomes(id, "finished");
    expect((await get(id)).problemsDone).toBe(PROBLEMS);
  });

  it("cancels at once and says what was cut off", async () => {
    const door = createDoor();
    start(door.pass);
    const id = await launch();
    await until(async () => ((await get(id)).live?.samplesInFlight ?? 0) > 0);
    const inFlight = 8 * door.waiting();
    await loop.runs.cancel({ runId: id });
    await becomes(id, "cancelled");
    expect(await get(id)).toMatchObject({ callCount: 0, generatedTokens: 0 });
    const event = await lastEvent(id);
    expect(event).toMatchObject({ data: { finished: 0, ended: inFlight } });
    expect(event?.message).toContain("cut off: what they had is not counted.");
  });

  it("keeps to a budget in tokens within one batch, and goes on when it is raised", async () => {
    start();
    const id = await launch({ tokenBudget: 2_000 });
    await becomes(id, "paused");
    const run = await get(id);
    expect(run.statusReason).toBe("The token budget of 2000 is spent. Resume with a larger budget to go on.");
    const batch = loop.models.get(loop.seeded.policyId)?.engine.sequences ?? 0;
    expect(run.generatedTokens).toBeGreaterThanOrEqual(2_000);
    const longest = Math.max(...(await sampleLengths()));
    expect(run.generatedTokens).toBeLessThan(2_000 + (batch + 8) * longest);
    await expect(loop.runs.resume({ runId: id })).rejects.toMatchObject({ cause: { field: "tokenBudget" } });
    await loop.runs.resume({ runId: id, tokenBudget: null });
    await becomes(id, "finished");
  });

  it("keeps to a budget in time", async () => {
    const door = createDoor();
    start(door.pass);
    const id = await launch({ timeBudgetMinutes: 0.02 });
    await until(async () => (await get(id)).activeMs >= 1_200);
    door.open();
    await becomes(id, "paused");
    const run = await get(id);
    expect(run.statusReason).toContain("The time budget of 0.02 minutes is spent.");
    expect(run.callCount).toBe(door.waiting());
    expect(await lastEvent(id)).toMatchObject({ level: "warning", data: { cause: "time-budget", ended: 0 } });
  });
});

describe("changing a run while it goes", { timeout: 60_000 }, () => {
  it("narrows it to the samples in flight that a person allows", async () => {
    const door = createDoor();
    let narrowed = false;
    let inFlight = 0;
    let most = 0;
    start(async (request, signal) => {
      await door.pass(request, signal);
      inFlight += request.n;
      // A call is never split: one of more samples than allowed goes alone.
      if (narrowed && inFlight > request.n) most = Math.max(most, inFlight);
      await Promise.resolve();
      inFlight -= request.n;
    });
    const id = await launch();
    await until(() => door.waiting() > 0);
    await loop.runs.adjust({ runId: id, maxInFlight: 8 });
    const beats = (await get(id)).activeMs;
    await until(async () => (await get(id)).activeMs > beats + 1_000);
    const first = door.waiting();
    door.open();
    await until(async () => (await get(id)).callCount >= first);
    narrowed = true;
    await becomes(id, "finished");
    expect(most).toBeLessThanOrEqual(8);
    expect((await get(id)).launch.maxInFlight).toBe(8);
  });

  it("takes up problems that are retried meanwhile before it is finished", async () => {
    const door = createDoor();
    let broken = true;
    let first: string | null = null;
    start(async (request, signal) => {
      const asked = JSON.stringify(request.messages);
      first ??= asked;
      if (asked === first && broken) throw new EngineError("bad-request", "no");
      await door.pass(request, signal);
    });
    const id = await launch();
    await until(async () => (await get(id)).problemsFailed === 1);
    broken = false;
    await loop.runs.retryFailed({ runId: id });
    door.open();
    await becomes(id, "finished");
    expect(await get(id)).toMatchObject({ problemsDone: PROBLEMS, problemsFailed: 0, failedCallCount: 0 });
  });
});

async function sampleLengths(): Promise<number[]> {
  const { items } = await loop.runs.list({});
  const problems = await loop.runs.problems({ runId: items[0]?.id ?? "" });
  const details = await Promise.all(
    problems.items.map(({ problemId }) => loop.runs.problem({ runId: items[0]?.id ?? "", problemId })),
  );
  return details.flatMap(({ chains }) => chains.map(({ tokens }) => tokens));
}

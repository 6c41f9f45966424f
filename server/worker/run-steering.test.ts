import { describe, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { createScriptedEngine } from "@/server/models/scripted/scripted-engine";
import { createFakeClock, settle } from "@/server/models/testing/fake-clock";
import { claimNextRun, type HeldRun } from "@/server/runs/lifecycle.repo";
import { launchRunSchema, type LaunchRunInput } from "@/server/runs/runs.schema";
import { launchRun } from "@/server/runs/runs.service";
import { openedModel } from "@/server/runs/testing/scripted-run";
import { seedForRuns, smallLaunch } from "@/server/runs/testing/seed";
import { PAUSE_GRACE_MS } from "@/server/jobs/tunables";
import { steerRun } from "./run-steering";

/** A steered run whose dispatcher has so many samples in flight as `samples.inFlight` says. */
function setUp(change: Partial<LaunchRunInput> = {}) {
  const { db } = openTestDatabase();
  const clock = createFakeClock(1_000);
  const launch = launchRunSchema.parse({ ...smallLaunch(seedForRuns(db, { problems: 2 }), 2), ...change });
  launchRun({ db, clock }, launch);
  const claimed = claimNextRun(db, { leaseId: "w/1", now: 1_000 });
  if (claimed === null) throw new Error("no run");
  const { run } = claimed;
  const steering = steerRun(claimed, clock);
  const samples = { inFlight: 0 };
  const limits: (number | null | undefined)[] = [];
  const model = openedModel("model_policy", createScriptedEngine("default"));
  const dispatcher = {
    ...model.dispatcher,
    loadOf: () => ({ inFlight: samples.inFlight, waiting: 0 }),
    setLimits: (_tenant: string, { maxInFlight }: { maxInFlight?: number | null }) => {
      limits.push(maxInFlight);
    },
    submit: () =>
      Promise.resolve({
        generations: [{ text: "", tokens: 100, meanLogprob: null, finish: "end-of-turn" as const }],
        promptTokens: 1,
        durationMs: 1,
      }),
  };
  const steered = steering.steer({ ...model, dispatcher });
  const held = (now: Partial<HeldRun> = {}): HeldRun => ({ ...run, ...now });
  const ask = () =>
    steered.dispatcher.submit(
      {
        key: "k",
        messages: [],
        prefix: "",
        n: 1,
        sampling: { temperature: 1, topP: 1, maxTokens: 1, stop: [] },
      },
      { depth: 0, problemPosition: 0, signal: steering.signal },
    );
  return { clock, launch, steering, samples, limits, held, ask };
}

describe("a pause", () => {
  it("sends nothing new, waits for what is in flight, and says what became of it", async () => {
    const { clock, steering, samples, limits, held } = setUp();
    samples.inFlight = 6;
    steering.heed(held({ status: "pausing" }));
    expect(limits.at(-1)).toBe(0);
    await clock.advance(PAUSE_GRACE_MS / 2);
    expect(steering.signal.aborted).toBe(false);
    samples.inFlight = 0;
    await clock.advance(1_000);
    expect(steering.signal.aborted).toBe(true);
    expect(steering.stopped()).toEqual({ reason: "pause", finished: 6, ended: 0 });
  });

  it("cuts off what takes longer than its patience", async () => {
    const { clock, steering, samples, held } = setUp();
    samples.inFlight = 6;
    steering.heed(held({ status: "pausing" }));
    await clock.advance(PAUSE_GRACE_MS / 2);
    samples.inFlight = 2;
    steering.heed(held({ status: "pausing" }));
    await clock.advance(PAUSE_GRACE_MS);
    expect(steering.stopped()).toEqual({ reason: "pause", finished: 4, ended: 2 });
  });

  it("becomes a cancel at once where a person wants that", () => {
    const { steering, samples, held } = setUp();
    samples.inFlight = 6;
    steering.heed(held({ status: "pausing" }));
    steering.heed(held({ status: "cancelling" }));
    expect(steering.stopped()).toEqual({ reason: "cancel", finished: 0, ended: 6 });
  });
});

describe("a budget", () => {
  it("in tokens lets nothing more be sent once it is spent", async () => {
    const { clock, steering, samples, limits, ask } = setUp({ tokenBudget: 250 });
    samples.inFlight = 3;
    await ask();
    await ask();
    expect(limits).toEqual([null]);
    await ask();
    expect(limits.at(-1)).toBe(0);
    samples.inFlight = 0;
    await clock.advance(1_000);
    expect(steering.stopped()).toMatchObject({ reason: "token-budget", ended: 0 });
  });

  it("in time counts the time at work", async () => {
    const { clock, launch, steering, held } = setUp({ timeBudgetMinutes: 2 });
    steering.heed(held({ launch, activeMs: 119_999 }));
    await clock.advance(1_000);
    expect(steering.stopped()).toBeNull();
    steering.heed(held({ launch, activeMs: 120_000 }));
    await clock.advance(1_000);
    expect(steering.stopped()).toMatchObject({ reason: "time-budget" });
  });

  it("that is raised in time lets the run go on", async () => {
    const { clock, launch, steering, samples, limits, held, ask } = setUp({ tokenBudget: 100 });
    samples.inFlight = 3;
    await ask();
    expect(limits.at(-1)).toBe(0);
    steering.heed(held({ launch: { ...launch, tokenBudget: 1_000, maxInFlight: 8 } }));
    expect(limits.at(-1)).toBe(8);
    samples.inFlight = 0;
    await clock.advance(60_000);
    expect(steering.stopped()).toBeNull();
  });
});

it("lets go at once when another worker has the run", () => {
  const { steering } = setUp();
  steering.heed(null);
  expect(steering.stopped()?.reason).toBe("lease-lost");
});

it("stops nothing once the run is over", async () => {
  const { clock, steering, samples, held } = setUp();
  samples.inFlight = 1;
  steering.heed(held({ status: "pausing" }));
  steering.end();
  await settle();
  await clock.advance(60_000);
  expect(steering.stopped()).toBeNull();
});

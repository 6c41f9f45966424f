import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { runs } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/foundation/clock";
import { freeLeasesOf, move, release } from "@/server/jobs/lease.repo";
import { claimNextRun, renewLease } from "./lifecycle.repo";
import { launchRunSchema, type RunStatus } from "./runs.schema";
import { launchRun } from "./runs.service";
import { seedForRuns, smallLaunch } from "./testing/seed";
import { ENGINE_RETRY_LONGEST_MS, LEASE_MS } from "@/server/jobs/tunables";
import { isWorkerGone } from "@/server/jobs/workers.repo";

let db: Db;
let runId: string;

const statusOf = (): RunStatus | undefined =>
  db.select({ status: runs.status }).from(runs).where(eq(runs.id, runId)).get()?.status;
const setRun = (change: Partial<typeof runs.$inferInsert>): void => {
  db.update(runs).set(change).where(eq(runs.id, runId)).run();
};

beforeEach(() => {
  db = openTestDatabase().db;
  const seeded = seedForRuns(db, { problems: 3 });
  runId = launchRun({ db, clock: systemClock }, launchRunSchema.parse(smallLaunch(seeded, 3))).id;
});

describe("claiming a run", () => {
  it("gives a queued run to one worker only", () => {
    expect(claimNextRun(db, { leaseId: "a/1", now: 0 })?.run.id).toBe(runId);
    expect(claimNextRun(db, { leaseId: "b/1", now: 1 })).toBeNull();
    expect(statusOf()).toBe("running");
  });

  it("gives the run of a worker that fell silent to the next one", () => {
    claimNextRun(db, { leaseId: "a/1", now: 0 });
    expect(claimNextRun(db, { leaseId: "b/1", now: LEASE_MS })).toBeNull();
    expect(claimNextRun(db, { leaseId: "b/1", now: LEASE_MS + 1 })?.leaseId).toBe("b/1");
  });

  it("does not forget that a person asked to cancel when the worker died", () => {
    claimNextRun(db, { leaseId: "a/1", now: 0 });
    move(db, runs, { id: runId, from: ["running"], to: "cancelling", statusReason: null, endedAt: null });
    expect(claimNextRun(db, { leaseId: "b/1", now: LEASE_MS + 1 })?.run.status).toBe("cancelling");
  });

  it("takes a run that waits for its engine once its time has come, and a person's pause never", () => {
    setRun({ status: "paused", retryAt: 100 });
    expect(claimNextRun(db, { leaseId: "a/1", now: 99 })).toBeNull();
    expect(claimNextRun(db, { leaseId: "a/1", now: 100 })?.run.id).toBe(runId);
    setRun({ status: "paused", retryAt: null, leaseId: null });
    expect(claimNextRun(db, { leaseId: "a/1", now: 1e9 })).toBeNull();
  });

  it("takes a run whose lease or retry lies ahead of any that is ever set: the clock went back", () => {
    setRun({ status: "running", leaseId: "a/1", leaseExpiresAt: 1_000_000 + LEASE_MS });
    expect(claimNextRun(db, { leaseId: "b/1", now: 1_000_000 })).toBeNull();
    expect(claimNextRun(db, { leaseId: "b/1", now: 500_000 })?.run.id).toBe(runId);
    setRun({ status: "paused", leaseId: null, retryAt: 1_000_000 + ENGINE_RETRY_LONGEST_MS });
    expect(claimNextRun(db, { leaseId: "b/1", now: 1_000_000 })).toBeNull();
    expect(claimNextRun(db, { leaseId: "b/1", now: 0 })?.run.id).toBe(runId);
  });

  it("goes by what was cut off, what is to be tried again, then priority, place and age", () => {
    const [first] = db.select().from(runs).all();
    if (first === undefined) throw new Error("no run");
    const add = (id: string, change: Partial<typeof runs.$inferInsert>): void => {
      db.insert(runs)
        .values({ ...first, id, createdAt: 500, ...change })
        .run();
    };
    setRun({ createdAt: 100 });
    add("orphan", { status: "running", createdAt: 900 });
    add("retry", { status: "paused", retryAt: 5, createdAt: 800 });
    add("urgent", { priority: 2 });
    add("moved", { queueRank: 50 });
    add("b", { createdAt: 300 });
    add("a", { createdAt: 300 });
    add("paused", { status: "paused", priority: 9 });
    const taken: string[] = [];
    for (;;) {
      const claim = claimNextRun(db, { leaseId: `w/${taken.length}`, now: 1_000 });
      if (claim === null) break;
      taken.push(claim.run.id);
    }
    expect(taken).toEqual(["orphan", "retry", "urgent", "moved", runId, "a", "b"]);
  });

  it("prefers a run that was cut off to one that waits", () => {
    setRun({ status: "running", leaseId: "dead/1", leaseExpiresAt: 5 });
    const second = db.select().from(runs).get();
    if (second === undefined) throw new Error("no run");
    db.insert(runs)
      .values({ ...second, id: "run_0_earlier", status: "queued", createdAt: 0 })
      .run();
    expect(claimNextRun(db, { leaseId: "b/1", now: 10 })?.run.id).toBe(runId);
  });
});

describe("fencing", () => {
  it("refuses a worker that lost its lease, and says nothing to it", () => {
    claimNextRun(db, { leaseId: "a/1", now: 0 });
    claimNextRun(db, { leaseId: "b/1", now: LEASE_MS + 1 });
    expect(renewLease(db, { runId, leaseId: "a/1", now: 20_000, activeMs: 1, live: null })).toBeNull();
    const ended = { id: runId, status: "finished", statusReason: null, retryAt: null, endedAt: 1 } as const;
    expect(release(db, runs, { ...ended, leaseId: "a/1" })).toBe(false);
    expect(statusOf()).toBe("running");
    expect(release(db, runs, { ...ended, leaseId: "b/1" })).toBe(true);
    expect(statusOf()).toBe("finished");
  });

  it("frees at once what a dead worker held, and nothing else", () => {
    claimNextRun(db, { leaseId: "worker_1/x", now: 0 });
    expect(freeLeasesOf(db, runs, "worker_2")).toBe(0);
    expect(freeLeasesOf(db, runs, "worker_1")).toBe(1);
    expect(claimNextRun(db, { leaseId: "worker_2/x", now: 1 })?.run.id).toBe(runId);
  });
});

describe("a worker of the table", () => {
  const NOW = 10_000_000;
  it.each([
    { what: "lives and is heard", heartbeatAt: NOW - 1_000, alive: true, gone: false },
    { what: "lost its process", heartbeatAt: NOW - 1_000, alive: false, gone: true },
    {
      what: "was silent for a lease, so that its number is another process's by now",
      heartbeatAt: NOW - LEASE_MS - 1,
      alive: true,
      gone: true,
    },
    {
      what: "was heard in a future that the clock took back",
      heartbeatAt: NOW + 60_000,
      alive: true,
      gone: true,
    },
  ])("$what", ({ heartbeatAt, alive, gone }) => {
    const worker = { id: "w", pid: 77, startedAt: 0, heartbeatAt };
    expect(isWorkerGone(worker, { now: NOW, isAlive: () => alive })).toBe(gone);
  });
});

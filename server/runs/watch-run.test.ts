import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { openTestDatabase } from "@/db/testing";
import type { Clock } from "@/server/foundation/clock";
import { systemClock } from "@/server/foundation/clock";
import { appendEvent } from "./events.repo";
import { launchRunSchema } from "./runs.schema";
import { cancelRun, launchRun } from "./runs.service";
import { seedForRuns, smallLaunch } from "./testing/seed";
import { watchRun } from "./watch-run";

let db: Db;
let runId: string;

beforeEach(() => {
  db = openTestDatabase().db;
  const launch = launchRunSchema.parse(smallLaunch(seedForRuns(db, { problems: 2 }), 2));
  runId = launchRun({ db, clock: systemClock }, launch).id;
});

const say = (message: string): void => {
  appendEvent(db, { runId, level: "info", kind: "test", message }, 0);
};

/** A clock on which `between` happens each time the watcher sleeps. */
const clockWith = (between: () => void): Clock => ({
  now: () => 0,
  sleep: () => {
    between();
    return Promise.resolve();
  },
});

/** The first thing that a watcher who comes at `afterId` gets. */
async function first(afterId: number) {
  const updates = watchRun({ db, clock: systemClock }, { runId, afterId }, new AbortController().signal);
  for await (const update of updates) return update;
  throw new Error("nothing came");
}

describe("watchRun", () => {
  it("gives at once what was missed since the last id, then what comes, each once and in order", async () => {
    say("first");
    const stop = new AbortController();
    const turns = [
      () => {
        say("second");
      },
      () => undefined,
      () => {
        say("third");
      },
      () => {
        stop.abort();
      },
    ];
    const seen: string[] = [];
    const clock = clockWith(() => turns.shift()?.());
    for await (const { update } of watchRun({ db, clock }, { runId, afterId: 1 }, stop.signal)) {
      seen.push(...update.events.map(({ message }) => message));
    }
    expect(seen).toEqual(["first", "second", "third"]);
  });

  it("resumes after the id it gave last", async () => {
    say("first");
    const before = await first(0);
    say("second");
    const after = await first(before.id);
    expect(after.update.events.map(({ message }) => message)).toEqual(["second"]);
  });

  it("tells of a change of status without waiting for an event, and never sends the same state twice", async () => {
    const stop = new AbortController();
    const turns = [
      () => undefined,
      () => {
        cancelRun({ db, clock: systemClock }, runId);
      },
      () => undefined,
      () => {
        stop.abort();
      },
    ];
    const statuses: string[] = [];
    const clock = clockWith(() => turns.shift()?.());
    for await (const { update } of watchRun({ db, clock }, { runId, afterId: 0 }, stop.signal)) {
      statuses.push(update.run.status);
    }
    expect(statuses).toEqual(["queued", "cancelled"]);
  });

  it("ends when the run is gone", async () => {
    const updates = watchRun(
      { db, clock: systemClock },
      { runId: "run_none", afterId: 0 },
      new AbortController().signal,
    );
    expect(await updates.next()).toEqual({ done: true, value: undefined });
  });
});

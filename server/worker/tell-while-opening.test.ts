import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { models } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemClock, type Clock } from "@/server/foundation/clock";
import { eventsAfter } from "@/server/runs/events.repo";
import { claimNextRun, type ClaimedRun } from "@/server/runs/lifecycle.repo";
import { launchRunSchema } from "@/server/runs/runs.schema";
import { getRun, launchRun } from "@/server/runs/runs.service";
import { seedForRuns, smallLaunch } from "@/server/runs/testing/seed";
import { runJob } from "./serve-run";
import { tellWhileOpening } from "./tell-while-opening";

let db: Db;
let claimed: ClaimedRun;
/** A moment is over as soon as it begins. */
const fast: Clock = { ...systemClock, sleep: () => Promise.resolve() };

beforeEach(() => {
  ({ db } = openTestDatabase());
  const seeded = seedForRuns(db, { problems: 2 });
  launchRun({ db, clock: systemClock }, launchRunSchema.parse(smallLaunch(seeded, 2)));
  const run = claimNextRun(db, { leaseId: "test/1", now: systemClock.now() });
  if (run === null) throw new Error("no run to claim");
  claimed = run;
  db.update(models).set({ statusDetail: "Measuring…" }).run();
});

const jobOf = (held: ClaimedRun) => runJob({ db, clock: systemClock }, held);
const reason = (): string | null => getRun(db, claimed.run.id).statusReason;
const told = (): string[] =>
  eventsAfter(db, { runId: claimed.run.id, afterId: 0, limit: 50 })
    .filter(({ kind }) => kind === "model-opening")
    .map(({ message }) => message);

describe("a run that waits for its model", () => {
  it("says what for, until the model is there", async () => {
    const over = new AbortController();
    const opening = new Promise<string>((resolve) => {
      over.signal.addEventListener("abort", () => {
        resolve("model");
      });
    });
    const telling = tellWhileOpening({ db, clock: fast }, jobOf(claimed), {
      modelId: "model_policy",
      opening,
    });
    await systemClock.sleep(0);
    expect(reason()).toBe("Scripted policy: Measuring…");
    over.abort();
    expect(await telling).toBe("model");
    expect(reason()).toBeNull();
    expect(told()).toEqual(["Scripted policy: Measuring…"]);
  });

  it("says nothing of a model that is there at once", async () => {
    const opening = Promise.resolve("model");
    await tellWhileOpening({ db, clock: systemClock }, jobOf(claimed), { modelId: "model_policy", opening });
    expect(reason()).toBeNull();
    expect(told()).toEqual([]);
  });

  it("writes nothing on a run that another worker holds, and passes on why a model cannot be opened", async () => {
    const opening = Promise.reject(new Error("no file"));
    const other = jobOf({ ...claimed, leaseId: "other/1" });
    const telling = tellWhileOpening({ db, clock: fast }, other, { modelId: "model_policy", opening });
    await expect(telling).rejects.toThrow("no file");
    expect(told()).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { calls, demonstrations, models, pairs, stageReports, treeNodes } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/foundation/clock";
import { seededRng } from "@/server/foundation/rng";
import type { Engine } from "@/server/models/engine";
import { launchRunSchema, type LaunchRunInput } from "./runs.schema";
import { getRun, launchRun } from "./runs.service";
import { contentsOf, scriptedEngine, workOnce } from "./testing/scripted-run";
import { seedForRuns, smallLaunch } from "./testing/seed";

const PROBLEMS = 8;

type Change = Pick<LaunchRunInput, "kind" | "config">;
const EVERYTHING = { resamplingControl: true, correctionTurnPairs: true, hintedCritique: true } as const;

const modes: readonly (readonly [string, Change])[] = [
  ["omega", { config: { mode: "omega", ...EVERYTHING } }],
  ["omega with consensus", { config: { mode: "omega", scorer: "consensus" } }],
  ["two-path by a process reward model", { config: { mode: "two-path", scorer: "prm", ...EVERYTHING } }],
  ["two-path by rollouts", { config: { mode: "two-path", scorer: "monte-carlo-soft", candidates: 3 } }],
  ["two-path by a judge", { config: { mode: "two-path", scorer: "judge" } }],
  ["uct by a process reward model", { config: { mode: "uct", scorer: "prm", iterations: 6 } }],
  ["uct by rollouts", { config: { mode: "uct", scorer: "monte-carlo-hard", iterations: 6 } }],
  ["i.i.d. pairs", { kind: "iid-pairs" }],
  ["rejection sampling", { kind: "rejection-sampling" }],
];

const scorerScript = ({ config }: Change): string => (config?.scorer === "judge" ? "default" : "prm");

function launched(change: Change): { db: Db; runId: string } {
  const { db } = openTestDatabase();
  const small = smallLaunch(seedForRuns(db, { problems: PROBLEMS }), PROBLEMS);
  const script = scorerScript(change);
  db.insert(models)
    .values({ id: "model_scorer", name: "Scorer", kind: "scripted", status: "ready", script, createdAt: 0 })
    .run();
  const launch = { ...small, scorerModelId: "model_scorer", ...change };
  const { id } = launchRun({ db, clock: systemClock }, launchRunSchema.parse(launch));
  return { db, runId: id };
}

/** Works on the run; given `callsBefore`, everything stops dead once the policy was asked so often. */
async function work(db: Db, change: Change, callsBefore = Infinity): Promise<void> {
  const stop = new AbortController();
  const policy = scriptedEngine(db);
  let left = callsBefore;
  const counted: Engine = {
    ...policy,
    generate(request, signal) {
      left -= 1;
      if (left < 0) stop.abort("killed");
      return policy.generate(request, signal);
    },
  };
  await workOnce(db, {
    policy: counted,
    small: scriptedEngine(db, "weak"),
    scorer: scriptedEngine(db, scorerScript(change)),
    signal: stop.signal,
  });
}

describe.each(modes)("a run by %s", (_name, change) => {
  it("stopped dead again and again, makes what an undisturbed one makes", async () => {
    const calm = launched(change);
    await work(calm.db, change);
    expect(getRun(calm.db, calm.runId)).toMatchObject({
      status: "finished",
      problemsDone: PROBLEMS,
      problemsFailed: 0,
    });

    const rough = launched(change);
    const random = seededRng("stops");
    let stops = 0;
    while (getRun(rough.db, rough.runId).status !== "finished") {
      await work(rough.db, change, 1 + Math.floor(random() * 12));
      stops += 1;
      if (stops > 500) throw new Error("It does not come to an end.");
    }
    expect(stops).toBeGreaterThan(1);
    expect(contentsOf(rough.db, rough.runId)).toEqual(contentsOf(calm.db, calm.runId));
  });

  it("keeps what it is for, each with where it came from", async () => {
    const { db, runId } = launched(change);
    await work(db, change);
    const table = change.kind === "rejection-sampling" ? demonstrations : pairs;
    expect(db.select().from(table).all().length).toBeGreaterThan(0);
    expect(getRun(db, runId).pairCount).toBe(db.select().from(pairs).all().length);
    expect(db.select().from(stageReports).all().length).toBeGreaterThanOrEqual(PROBLEMS);
    const withoutCall = db
      .select({ n: sql<number>`count(*)` })
      .from(treeNodes)
      .leftJoin(calls, eq(calls.id, treeNodes.callId))
      .where(sql`${treeNodes.depth} > 0 and ${calls.id} is null`)
      .get();
    expect(withoutCall?.n).toBe(0);
  });
});

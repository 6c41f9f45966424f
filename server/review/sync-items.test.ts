import { eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  campaignItems,
  chains,
  corrections,
  pairs,
  reviewCampaigns,
  reviewItems,
  reviewSuggestions,
  runEvents,
  runs,
} from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { appendEvent } from "@/server/runs/events.repo";
import { removalPreview, removeRun } from "@/server/runs/remove-run.service";
import { retryFailed } from "@/server/runs/retry-failed.service";
import { openRuns } from "@/server/runs/testing/open-runs";
import { scriptedEngine, workOnce } from "@/server/runs/testing/scripted-run";
import { openActs } from "./acts/testing/open-acts";
import { NO_FILTER } from "./review.schema";
import { refreshDoubt, SYNC_START, syncItems, syncSome, syncStages } from "./sync-items.service";
import { newestEvent } from "./sync/stages.repo";
import { fillItems } from "./testing/fill-items";

const NOW = { now: 5_000 };

/** A run of the scripted models, finished. */
async function openFinished() {
  const open = openRuns(6);
  const runId = await open.launch();
  await workOnce(open.db, { policy: scriptedEngine(open.db), small: scriptedEngine(open.db, "weak") });
  return { ...open, runId };
}

test("every pair and every repaired correction of a real run becomes one item", async () => {
  const { db, runId } = await openFinished();
  const repaired = db
    .select()
    .from(corrections)
    .all()
    .filter(({ chainId }) => chainId !== null);
  const made = db.select().from(pairs).all();
  expect(made.length).toBeGreaterThan(0);
  expect(repaired.length).toBeGreaterThan(0);
  expect(syncItems(db, NOW)).toBe(made.length + repaired.length);
  const items = db.select().from(reviewItems).all();
  expect(new Set(items.flatMap(({ pairId }) => pairId ?? []))).toEqual(new Set(made.map(({ id }) => id)));
  expect(new Set(items.flatMap(({ correctionId }) => correctionId ?? []))).toEqual(
    new Set(repaired.map(({ id }) => id)),
  );
  expect(new Set(items.map((item) => item.runId))).toEqual(new Set([runId]));
  expect(items.every(({ bucket }) => bucket !== null)).toBe(true);
  expect(syncItems(db, NOW)).toBe(0);
});

test("dry runs and corrections without a repaired chain make none", () => {
  const { db } = openTestDatabase();
  const { runIds } = fillItems(db, { items: 20, runs: 2, sync: false });
  db.update(runs)
    .set({ launch: sql`json_set(${runs.launch}, '$.dryRun', json('true'))` })
    .where(eq(runs.id, runIds[0] ?? ""))
    .run();
  db.update(corrections).set({ chainId: null }).run();
  syncItems(db, NOW);
  const items = db.select().from(reviewItems).all();
  expect(items).toHaveLength(9);
  expect(new Set(items.map(({ runId }) => runId))).toEqual(new Set([runIds[1]]));
});

test("items are made a few at a time, in order, and once", () => {
  const { db } = openTestDatabase();
  fillItems(db, { items: 25, sync: false });
  const sizes: number[] = [];
  for (let from: typeof SYNC_START | null = SYNC_START; from !== null;) {
    const step = syncSome(db, { ...NOW, limit: 10, from });
    sizes.push(step.made);
    from = step.next;
  }
  expect(sizes).toEqual([10, 10, 5]);
  const created = db.select().from(reviewItems).all();
  expect(created.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
});

test("an item has the facts that the queue filters by", () => {
  const { db } = openTestDatabase();
  fillItems(db, { items: 20 });
  const joined = db.select().from(reviewItems).innerJoin(pairs, eq(pairs.id, reviewItems.pairId)).all();
  expect(joined).toHaveLength(18);
  for (const { review_items: item, pairs: pair } of joined) {
    expect(item).toMatchObject({
      kind: "pair",
      stage: pair.stage,
      margin: pair.margin,
      rollouts: pair.rollouts,
      length: Math.max(pair.chosen.length, pair.rejected.length),
      lengthDifference: pair.chosen.length - pair.rejected.length,
      pairLevel: pair.level,
      valuedBy: pair.valuedBy,
      machineAccepted: null,
      outcome: "undecided",
    });
  }
  const [correction] = db.select().from(reviewItems).where(eq(reviewItems.kind, "correction")).all();
  expect(correction).toMatchObject({ stage: "self-correction", margin: null, pairId: null });
});

test("the first item brings the campaign of everything; later ones join every open campaign that they match", () => {
  const open = openActs({ items: 10 });
  const { db } = open;
  expect(db.select().from(reviewCampaigns).all()).toMatchObject([
    { id: "camp_all", name: "Everything", overlap: 1, blind: false, sort: "doubtful" },
  ]);
  const hard = open.campaign("Hard", { filter: { ...NO_FILTER, bucket: "hard" }, sort: "newest" });
  const shut = open.campaign("Shut");
  open.change(shut, { status: "closed" });
  const before = countIn(open.db, shut);
  fillItems(db, { items: 30, seed: "later", now: 9_000 });
  expect(countIn(db, "camp_all")).toBe(40);
  expect(countIn(db, shut)).toBe(before);
  const isHard = db.select().from(reviewItems).where(eq(reviewItems.bucket, "hard")).all();
  expect(countIn(db, hard)).toBe(isHard.length);
  const ranked = db
    .select()
    .from(campaignItems)
    .where(eq(campaignItems.campaignId, hard))
    .orderBy(campaignItems.rank)
    .all();
  expect(ranked.map(({ itemNumber }) => itemNumber)).toEqual(isHard.map(({ number }) => number).toReversed());
});

function countIn(db: ReturnType<typeof openTestDatabase>["db"], campaignId: string): number {
  return db.select().from(campaignItems).where(eq(campaignItems.campaignId, campaignId)).all().length;
}

test("what a stage stored since the last look is found, and an idle look writes nothing", async () => {
  const open = openRuns(3);
  const { db } = open;
  const start = newestEvent(db);
  await open.launch();
  await workOnce(db, { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") });
  let at = start;
  for (let upTo = -1; upTo !== at;) {
    at = upTo < 0 ? at : upTo;
    upTo = syncStages(db, { ...NOW, after: at });
  }
  expect(db.select().from(reviewItems).all().length).toBeGreaterThan(0);
  expect(syncItems(db, NOW)).toBe(0);
  const before = db.get<{ n: number }>(sql`select total_changes() as n`).n;
  expect(syncStages(db, { ...NOW, after: at })).toBe(at);
  expect(db.get<{ n: number }>(sql`select total_changes() as n`).n).toBe(before);
});

test("problems that are tried again get their items back, by the same rows or others", async () => {
  const { db, runs: caller, runId } = await openFinished();
  syncItems(db, NOW);
  const idsOf = () =>
    new Set(
      db
        .select()
        .from(reviewItems)
        .all()
        .map(({ pairId, correctionId }) => pairId ?? correctionId),
    );
  const before = idsOf();
  const [problem] = db.select().from(pairs).all();
  const problemId = problem?.problemId ?? "";
  db.run(sql`update run_problems set status = 'failed', error = 'x' where problem_id = ${problemId}`);
  await caller.retryFailed({ runId });
  expect(idsOf().size).toBeLessThan(before.size);
  const at = newestEvent(db);
  await workOnce(db, { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") });
  let upTo = at;
  for (let next = -1; next !== upTo;) {
    upTo = next < 0 ? upTo : next;
    next = syncStages(db, { ...NOW, after: upTo });
  }
  expect(idsOf()).toEqual(before);
});

test("a first wrong step that is found later raises the doubt of a claim, and moves the item in the queue", () => {
  const { db } = openTestDatabase();
  const { runIds } = fillItems(db, { items: 10, runs: 1 });
  const [item] = db.select().from(reviewItems).where(eq(reviewItems.kind, "correction")).all();
  const [source] = db.select().from(corrections).all();
  if (item === undefined || source === undefined) throw new Error("no correction");
  const stageAgain = (firstWrongStep: number | null) => {
    db.update(chains).set({ firstWrongStep }).where(eq(chains.id, source.wrongChainId)).run();
    const after = newestEvent(db);
    appendEvent(
      db,
      {
        runId: runIds[0] ?? "",
        problemId: item.problemId,
        level: "info",
        kind: "stage-finished",
        message: "again",
      },
      1,
    );
    syncStages(db, { ...NOW, after });
    const [now] = db.select().from(reviewItems).where(eq(reviewItems.number, item.number)).all();
    const [place] = db.select().from(campaignItems).where(eq(campaignItems.itemNumber, item.number)).all();
    return [now?.doubt, place?.rank];
  };
  const claimed = source.claimedStep ?? 0;
  expect(stageAgain(claimed)).toEqual([0.5, -0.5]);
  expect(stageAgain(claimed + 1)).toEqual([0.75, -0.75]);
  expect(db.select().from(runEvents).all().length).toBe(2);
});

test("a judge's opinion moves an item", () => {
  const { db } = openTestDatabase();
  fillItems(db, { items: 9 });
  db.insert(reviewSuggestions)
    .values({ itemNumber: 4, modelId: "model_review", score: 0.02, error: null, at: 0 })
    .run();
  db.transaction((tx) => refreshDoubt(tx, [4]));
  const [first] = db.select().from(campaignItems).orderBy(campaignItems.rank).all();
  expect(first).toMatchObject({ itemNumber: 4, rank: -0.98 });
});

test("a run that is removed takes its items, places, leases and words along", async () => {
  const { db, runs: caller, runId } = await openFinished();
  syncItems(db, NOW);
  const words = () =>
    db.get<{ n: number }>(sql`select count(*) as n from review_text where review_text match 'apples'`).n;
  expect(words()).toBeGreaterThan(0);
  await caller.remove({ runId });
  for (const table of [reviewItems, campaignItems, pairs]) expect(db.select().from(table).all()).toEqual([]);
  expect(words()).toBe(0);
});

test("a run that people decided on stays, and a problem of it is not tried again", async () => {
  const open = openActs({ items: 12 });
  const ana = open.person("ana");
  const { db } = open;
  const runId = open.filled.runIds[0] ?? "";
  await ana.decide(3, "accept");
  await ana.undo();

  expect(removalPreview(db, runId).hindrance).toContain("people have decided");
  await expect(removeRun({ db }, runId)).rejects.toMatchObject({ code: "conflict", field: "runId" });
  expect(db.select().from(pairs).all()).toHaveLength(12);
  const decided = db
    .select()
    .from(reviewItems)
    .where(inArray(reviewItems.number, [3]))
    .all();
  db.run(sql`update run_problems set status = 'failed'`);

  const retried = retryFailed({ db, clock: open.clock }, { runId });
  expect(retried.problems).toBe(1);
  expect(db.select().from(reviewItems).where(eq(reviewItems.number, 3)).all()).toEqual(decided);
  expect(() => retryFailed({ db, clock: open.clock }, { runId })).toThrow("People have decided");
});

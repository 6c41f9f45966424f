import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { calls, chains, pairs, runEvents, runProblems, treeNodes } from "@/db/schema";
import { staleDryRuns } from "./dry-run.repo";
import { claimNextRun } from "./lifecycle.repo";
import { openRuns } from "./testing/open-runs";
import { scriptedEngine, workOnce } from "./testing/scripted-run";
import { smallLaunch } from "./testing/seed";

let open: ReturnType<typeof openRuns>;
beforeEach(() => {
  open = openRuns(6);
});

const dryRun = () => open.runs.dryRun({ ...smallLaunch(open.seeded, 6), tokenBudget: 5 });

describe("a dry run", () => {
  it("works on one problem of the launch, whatever waits, and shows its tree, chains and pairs", async () => {
    await open.launch({ priority: 50 });
    const { id } = await dryRun();
    expect((await open.runs.queue())[0]?.runId).toBe(id);
    await workOnce(open.db, { policy: scriptedEngine(open.db), small: scriptedEngine(open.db, "weak") });
    const { items } = await open.runs.problems({ runId: id });
    const [problem] = items;
    expect(items).toHaveLength(1);
    const detail = await open.runs.problem({ runId: id, problemId: problem?.problemId ?? "" });
    expect(detail.chains.length).toBeGreaterThan(0);
    expect(await open.runs.get({ runId: id })).toMatchObject({ status: "finished", problemsDone: 1 });
  });

  it("takes the first problem that the launch would take", async () => {
    const { id } = await dryRun();
    const real = await open.launch();
    const first = (runId: string) =>
      open.db
        .select()
        .from(runProblems)
        .where(eq(runProblems.runId, runId))
        .orderBy(runProblems.position)
        .get();
    expect(first(id)?.problemId).toBe(first(real)?.problemId);
  });

  it("stays out of lists and of the home page, until it is asked for", async () => {
    const { id } = await dryRun();
    open.change(id, { pairCount: 3 });
    expect(await open.runs.list({})).toMatchObject({ items: [], total: 0 });
    expect(await open.runs.recent()).toEqual([]);
    expect(await open.runs.overview()).toMatchObject({ runs: 0, latestRun: null, pairs: 0, activeRuns: [] });
    expect((await open.runs.list({ dryRuns: "only" })).items.map((run) => run.id)).toEqual([id]);
  });

  it("finds a place of its own when a worker takes nothing else", async () => {
    await open.launch({ priority: 100 });
    const { id } = await dryRun();
    expect(claimNextRun(open.db, { leaseId: "w/1", now: 2e6, dryRunsOnly: true })?.run.id).toBe(id);
    expect(claimNextRun(open.db, { leaseId: "w/2", now: 2e6, dryRunsOnly: true })).toBeNull();
  });

  it("is stale a week after it ended, and other runs never are", async () => {
    const { id } = await dryRun();
    const real = await open.launch();
    open.change(id, { status: "finished", endedAt: 100 });
    open.change(real, { status: "finished", endedAt: 100 });
    expect(staleDryRuns(open.db, { endedBefore: 100 })).toEqual([]);
    expect(staleDryRuns(open.db, { endedBefore: 101 })).toEqual([id]);
  });
});

describe("removing a run", () => {
  it("says what would go, and takes it all and nothing of others", async () => {
    const [gone, kept] = [await open.launch(), await open.launch()];
    await workOnce(open.db, { policy: scriptedEngine(open.db) });
    await workOnce(open.db, { policy: scriptedEngine(open.db), leaseId: "test/2" });
    const before = await open.runs.get({ runId: kept });
    const preview = await open.runs.removalPreview({ runId: gone });
    const count = (table: typeof calls | typeof pairs) =>
      open.db.select().from(table).where(eq(table.runId, gone)).all().length;
    expect(preview).toMatchObject({
      hindrance: null,
      problems: 6,
      calls: count(calls),
      pairs: count(pairs),
      generatedTokens: before.generatedTokens,
    });
    expect(preview.pairs).toBeGreaterThan(0);
    await open.runs.remove({ runId: gone });
    await expect(open.runs.get({ runId: gone })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const table of [calls, chains, pairs, treeNodes, runProblems, runEvents]) {
      expect(open.db.select().from(table).where(eq(table.runId, gone)).all()).toEqual([]);
    }
    expect(open.db.select().from(calls).all()).toHaveLength(before.callCount);
    expect(open.db.select().from(pairs).all()).toHaveLength(before.pairCount);
  });

  it("leaves a run that is not over, and says what to do first", async () => {
    const runId = await open.launch();
    expect(await open.runs.removalPreview({ runId })).toMatchObject({ hindrance: "Cancel it first." });
    await expect(open.runs.remove({ runId })).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { fix: "Cancel it first." },
    });
  });
});

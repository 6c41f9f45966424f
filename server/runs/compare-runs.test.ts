import { beforeEach, describe, expect, it } from "vitest";
import { openRuns } from "./testing/open-runs";
import { problemIdsOfRun } from "./runs.repo";
import { scriptedEngine, workOnce } from "./testing/scripted-run";

let open: ReturnType<typeof openRuns>;
let first: string;
beforeEach(async () => {
  open = openRuns(8);
  first = await open.launch({ problemCount: 5 });
  await workOnce(open.db, { policy: scriptedEngine(open.db), small: scriptedEngine(open.db, "weak") });
});

describe("a clone", () => {
  it("remembers what it came from, and takes the same problems where asked to", async () => {
    const { launch } = await open.runs.get({ runId: first });
    const changed = { ...launch, name: "Clone", seed: 7, clonedFromId: first, problemsOfRunId: first };
    const clone = await open.runs.launch(changed);
    expect(clone).toMatchObject({ clonedFromId: first, problemCount: 5 });
    expect(problemIdsOfRun(open.db, clone.id)).toEqual(problemIdsOfRun(open.db, first));
  });

  it("is refused where its source is not there", async () => {
    await expect(open.launch({ clonedFromId: "run_none" })).rejects.toMatchObject({
      cause: { field: "clonedFromId" },
    });
    await expect(open.launch({ problemsOfRunId: "run_none" })).rejects.toMatchObject({
      cause: { field: "problemsOfRunId" },
    });
  });
});

describe("comparing two runs", () => {
  it("sets their settings and outcomes side by side", async () => {
    const second = await open.launch({ problemCount: 5, seed: 2 });
    await workOnce(open.db, { policy: scriptedEngine(open.db), leaseId: "test/2" });
    open.change(second, { graderVersion: "0.0.1", activeMs: 2_000 });
    const { a, b, settings, versions, sharedProblems } = await open.runs.compare({ a: first, b: second });
    expect(settings).toEqual([{ path: "seed", before: 1, after: 2 }]);
    expect(versions).toEqual([{ path: "graderVersion", before: a.run.graderVersion, after: "0.0.1" }]);
    expect(sharedProblems).toBeGreaterThanOrEqual(2);
    expect(a.names?.policy).toBe("Scripted policy");
    for (const { run, outcome } of [a, b]) {
      const { easy, mixed, hard } = outcome.buckets;
      expect(easy + mixed + hard).toBe(5);
      expect(outcome.pairsPerMillionTokens).toBeCloseTo((1e6 * run.pairCount) / run.generatedTokens, 6);
      expect(outcome.rightShare).toBeGreaterThan(0);
      expect(outcome.rightShare).toBeLessThan(1);
    }
    expect(b.outcome.tokensPerSecond).toBe(b.run.generatedTokens / 2);
    const progress = await open.runs.progress({ runId: first });
    expect(progress.pairsPerMillionTokens).toBe(a.outcome.pairsPerMillionTokens);
  });
});

describe("a baseline at the same budget", () => {
  it.each(["iid-pairs", "rejection-sampling"] as const)("asks %s of the same problems", async (kind) => {
    const run = await open.runs.get({ runId: first });
    const baseline = await open.runs.baselineOf({ runId: first, kind });
    const { id, launch } = await open.runs.launch(baseline.launch);
    expect(problemIdsOfRun(open.db, id)).toEqual(problemIdsOfRun(open.db, first));
    expect(launch).toMatchObject({
      kind,
      tokenBudget: run.generatedTokens,
      policyModelId: run.policyModelId,
    });
    const { rootSamples } = launch.config;
    expect(rootSamples * 5 * baseline.tokensPerSolution).toBeGreaterThanOrEqual(run.generatedTokens);
    expect((rootSamples - 1) * 5 * baseline.tokensPerSolution).toBeLessThan(run.generatedTokens);
  });

  it("needs solutions whose length can be measured", async () => {
    const waiting = await open.launch();
    await expect(open.runs.baselineOf({ runId: waiting, kind: "iid-pairs" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

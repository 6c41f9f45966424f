import { describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { evaluationItems, evaluations, models, problems, problemSets } from "@/db/schema";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";
import { setFingerprint } from "@/server/problems/set-fingerprint";
import { insertBenchmark, insertModel } from "../testing/insert-benchmark";
import { openEvaluations } from "../testing/open-evaluations";

describe("a launch", () => {
  it("makes one evaluation of each model on each benchmark, all under one batch and protocol", async () => {
    const { db, caller, benchmarkId, modelId } = openEvaluations(5);
    const second = insertModel(db, { id: "model_second", name: "Second" });
    const other = insertBenchmark(db, { name: "More sums", items: 3 });
    const { batchId, evaluations: launched } = await caller.launch({
      modelIds: [modelId, second, modelId],
      benchmarkIds: [benchmarkId, other],
      preset: "paper",
      items: null,
      seed: 7,
    });
    expect(launched.map((one) => [one.benchmark.name, one.model.name, one.subset])).toEqual([
      ["Sums", "Scripted policy", { items: 5, of: 5, seed: null }],
      ["Sums", "Second", { items: 5, of: 5, seed: null }],
      ["More sums", "Scripted policy", { items: 3, of: 3, seed: null }],
      ["More sums", "Second", { items: 3, of: 3, seed: null }],
    ]);
    expect(new Set(launched.map((one) => one.batchId))).toEqual(new Set([batchId]));
    expect(launched[0]).toMatchObject({
      status: "queued",
      preset: "paper",
      graderVersion: EVALUATION_GRADER,
      scoredWith: EVALUATION_GRADER,
      score: null,
      protocol: { greedy: true, sampled: null, seed: 7, maxTokens: 1024 },
    });
    const [message] = launched[0]?.protocol.prompt ?? [];
    expect(message).toMatchObject({ role: "user" });
    expect(message?.content).toMatch(/^\{problem\}\n/);
    expect((await caller.list({ batchId })).total).toBe(4);
  });

  it("takes a part by its seed, the same for every model, and says so", async () => {
    const { db, caller, benchmarkId, modelId } = openEvaluations(40);
    const second = insertModel(db, { id: "model_second", name: "Second" });
    const launch = (seed: number) =>
      caller.launch({
        modelIds: [modelId, second],
        benchmarkIds: [benchmarkId],
        preset: "custom",
        items: 10,
        seed,
      });
    const { evaluations: launched } = await launch(3);
    const [a, b] = launched;
    expect(a?.subset).toEqual({ items: 10, of: 40, seed: 3 });
    expect(a?.itemsSha256).toBe(b?.itemsSha256);
    expect(a?.benchmarkSha256).toBe(setFingerprint(db, benchmarkId));
    expect(a?.itemsSha256).not.toBe(a?.benchmarkSha256);
    expect((await launch(4)).evaluations[0]?.itemsSha256).not.toBe(a?.itemsSha256);
    const rows = db
      .select({ position: evaluationItems.position, at: problems.position })
      .from(evaluationItems)
      .innerJoin(problems, eq(problems.id, evaluationItems.problemId))
      .where(eq(evaluationItems.evaluationId, a?.id ?? ""))
      .orderBy(evaluationItems.position)
      .all();
    expect(rows.map(({ position }) => position)).toEqual([...Array(10).keys()]);
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted((x, y) => x - y));
  });

  it("takes a benchmark whole where the part is no smaller, under the fingerprint of the whole", async () => {
    const { caller, benchmarkId, modelId } = openEvaluations(5);
    const { evaluations: launched } = await caller.launch({
      modelIds: [modelId],
      benchmarkIds: [benchmarkId],
    });
    expect(launched[0]).toMatchObject({ preset: "quick", subset: { items: 5, of: 5, seed: null } });
    expect(launched[0]?.itemsSha256).toBe(launched[0]?.benchmarkSha256);
  });

  it("draws 32 answers of the small benchmarks and 4 of others where it is standard", async () => {
    const { db, caller, benchmarkId, modelId } = openEvaluations(5);
    const aime = insertBenchmark(db, { name: "Small", items: 3, source: "aime24.jsonl" });
    const { evaluations: launched } = await caller.launch({
      modelIds: [modelId],
      benchmarkIds: [benchmarkId, aime],
      preset: "standard",
      items: null,
    });
    const samples = launched.map((one) => [one.benchmark.name, one.protocol.greedy, one.protocol.sampled]);
    expect(samples).toEqual([
      ["Sums", true, { samples: 4, temperature: 0.7, topP: 0.95 }],
      ["Small", true, { samples: 32, temperature: 0.7, topP: 0.95 }],
    ]);
  });
});

describe("a launch that does not fit", () => {
  const open = openEvaluations(5);
  const { db, caller, benchmarkId, modelId } = open;
  insertModel(db, { id: "model_prm", name: "Scorer" });
  db.update(models).set({ script: "prm" }).where(eq(models.id, "model_prm")).run();
  insertModel(db, { id: "model_far", name: "Far" });
  db.update(models)
    .set({ status: "not-downloaded", statusDetail: "Download it." })
    .where(eq(models.id, "model_far"))
    .run();
  insertBenchmark(db, { name: "Training", items: 2 });
  db.update(problemSets).set({ kind: "training" }).where(eq(problemSets.name, "Training")).run();
  insertBenchmark(db, { name: "Half", items: 2 });
  db.update(problemSets).set({ status: "importing" }).where(eq(problemSets.name, "Half")).run();
  const setId = (name: string): string =>
    db.select().from(problemSets).where(eq(problemSets.name, name)).get()?.id ?? "";

  it.each([
    { what: "an unknown model", change: { modelIds: ["model_none"] }, says: /no model/ },
    { what: "a process reward model", change: { modelIds: ["model_prm"] }, says: /scores steps/ },
    { what: "a model that is not there yet", change: { modelIds: ["model_far"] }, says: /not downloaded/ },
    { what: "an unknown benchmark", change: { benchmarkIds: ["set_none"] }, says: /no benchmark/ },
    { what: "a training set", change: { benchmarkIds: [setId("Training")] }, says: /not a benchmark/ },
    { what: "a half imported benchmark", change: { benchmarkIds: [setId("Half")] }, says: /no problems/ },
    { what: "items that no preset has", change: { items: 7, preset: "paper" as const }, says: /otherwise/ },
    { what: "samples that a preset has not", change: { sampled: four() }, says: /says otherwise/ },
  ])("names the field of $what", async ({ change, says }) => {
    const launching = caller.launch({ modelIds: [modelId], benchmarkIds: [benchmarkId], ...change });
    await expect(launching).rejects.toThrow(says);
    const [field] = Object.keys(change);
    await expect(launching).rejects.toMatchObject({ cause: { field } });
    expect(db.select().from(evaluations).all()).toEqual([]);
  });

  it("does not take the greedy pass from a preset", async () => {
    const launching = caller.launch({
      modelIds: [modelId],
      benchmarkIds: [benchmarkId],
      preset: "standard",
      greedy: false,
      sampled: four(),
    });
    await expect(launching).rejects.toMatchObject({ cause: { field: "greedy" } });
  });

  it("asks for the greedy pass, the sampled one, or both", async () => {
    const none = {
      modelIds: [modelId],
      benchmarkIds: [benchmarkId],
      preset: "custom",
      greedy: false,
    } as const;
    await expect(
      caller.launch({ ...none, modelIds: [modelId], benchmarkIds: [benchmarkId] }),
    ).rejects.toThrow(/greedy pass, the sampled pass, or both/);
  });
});

function four() {
  return { samples: 4, temperature: 0.7, topP: 0.95 };
}

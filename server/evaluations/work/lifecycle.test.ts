import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { evaluationEvents, evaluations, prompts } from "@/db/schema";
import type { JobStatus } from "@/server/jobs/jobs.schema";
import { evaluated, evaluateOnce, openEvaluations, scriptedOver } from "../testing/open-evaluations";
import { claimNextEvaluation } from "./lifecycle.repo";

type Act = "pause" | "resume" | "cancel" | "remove" | "retryFailed";

async function inStatus(status: JobStatus) {
  const open = openEvaluations(2);
  const evaluationId = await open.launch();
  open.db.update(evaluations).set({ status }).where(eq(evaluations.id, evaluationId)).run();
  return { ...open, evaluationId };
}

describe("what a person may ask of an evaluation", () => {
  it.each([
    ["pause", "queued", "paused"],
    ["pause", "running", "pausing"],
    ["resume", "paused", "queued"],
    ["cancel", "queued", "cancelled"],
    ["cancel", "paused", "cancelled"],
    ["cancel", "running", "cancelling"],
    ["cancel", "pausing", "cancelling"],
  ] as const)("%s where it is %s makes it %s, and an event tells so", async (act, from, to) => {
    const { db, caller, evaluationId } = await inStatus(from);
    const view = await caller[act]({ evaluationId });
    expect(view.status).toBe(to);
    const events = db.select().from(evaluationEvents).all();
    expect(events.map(({ kind }) => kind)).toEqual(["evaluation-queued", `evaluation-${to}`]);
  });

  const refused: readonly (readonly [Act, readonly JobStatus[]])[] = [
    ["pause", ["pausing", "paused", "cancelling", "cancelled", "finished"]],
    ["resume", ["queued", "running", "pausing", "cancelling", "cancelled", "finished"]],
    ["cancel", ["cancelling", "cancelled", "finished"]],
    ["remove", ["queued", "running", "pausing", "paused", "cancelling"]],
    ["retryFailed", ["cancelling", "cancelled", "finished"]],
  ];
  it.each(refused.flatMap(([act, states]) => states.map((status) => [act, status] as const)))(
    "refuses to %s one that is %s, naming the field",
    async (act, status) => {
      const { caller, evaluationId, get } = await inStatus(status);
      await expect(caller[act]({ evaluationId })).rejects.toMatchObject({
        code: "CONFLICT",
        cause: { field: "evaluationId" },
      });
      expect((await get(evaluationId)).status).toBe(status);
    },
  );

  it.each(["pause", "resume", "cancel", "remove", "retryFailed", "get"] as const)(
    "%s says where there is no such evaluation",
    async (act) => {
      const { caller } = openEvaluations(1);
      await expect(caller[act]({ evaluationId: "evaluation_none" })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    },
  );
});

describe("the queue", () => {
  it("takes the higher priority first, then the older", async () => {
    const { db, launch } = openEvaluations(2);
    const [low, older, newer, high] = [
      await launch({ priority: -1 }),
      await launch(),
      await launch(),
      await launch({ priority: 5 }),
    ];
    const taken = [1, 2, 3, 4].map(
      (lease) => claimNextEvaluation(db, { leaseId: `w/${String(lease)}`, now: Date.now() })?.evaluation.id,
    );
    expect(taken).toEqual([high, older, newer, low]);
    expect(claimNextEvaluation(db, { leaseId: "w/5", now: Date.now() })).toBeNull();
  });
});

describe("a removal", () => {
  it("leaves nothing of one evaluation and all of another", async () => {
    const { db, launch, caller } = openEvaluations(3);
    const [gone, kept] = [await launch(), await launch()];
    await evaluateOnce(db, { engine: scriptedOver(db) });
    await evaluateOnce(db, { engine: scriptedOver(db) });
    const before = evaluated(db, kept);
    await caller.remove({ evaluationId: gone });
    expect(Object.values(evaluated(db, gone)).flat()).toEqual([]);
    expect(evaluated(db, kept)).toEqual(before);
    expect(db.select().from(prompts).all()).toHaveLength(3);
    expect((await caller.list({})).items.map(({ id }) => id)).toEqual([kept]);
  });

  it("is refused for the model and the benchmark that it stands on", async () => {
    const { launch, caller, models, sets, modelId, benchmarkId } = openEvaluations(2);
    const evaluationId = await launch();
    await expect(models.remove({ id: modelId })).rejects.toThrow(/evaluation/);
    await expect(sets.remove({ setId: benchmarkId })).rejects.toThrow(/evaluation/);
    await caller.cancel({ evaluationId });
    await caller.remove({ evaluationId });
    await sets.remove({ setId: benchmarkId });
    await models.remove({ id: modelId });
  });
});

describe("the list", () => {
  it("filters by model, benchmark and status, the newest first, a page at a time", async () => {
    const { db, launch, caller, modelId, benchmarkId } = openEvaluations(2);
    const ids: string[] = [];
    for (let made = 0; made < 52; made++) ids.push(await launch({ seed: made }));
    const [first = "", last = ""] = [ids[0], ids.at(-1)];
    db.update(evaluations).set({ createdAt: 0 }).where(eq(evaluations.id, first)).run();
    db.update(evaluations)
      .set({ createdAt: Date.now() + 1_000, status: "running" })
      .where(eq(evaluations.id, last))
      .run();
    const page = await caller.list({ modelId, benchmarkId });
    expect(page).toMatchObject({ total: 52, page: 1, pages: 2 });
    expect(page.items).toHaveLength(50);
    expect(page.items[0]?.id).toBe(last);
    expect((await caller.list({ page: 2 })).items.map(({ id }) => id).at(-1)).toBe(first);
    expect((await caller.list({ status: ["running"] })).items.map(({ id }) => id)).toEqual([last]);
    expect((await caller.list({ modelId: "model_other" })).items).toEqual([]);
    expect((await caller.list({ benchmarkId: "set_other" })).total).toBe(0);
  });
});

describe("the estimate", () => {
  it("tells nothing that was not measured, and says why", async () => {
    const { caller, modelId, benchmarkId } = openEvaluations(4);
    const estimate = await caller.estimate({
      modelIds: [modelId],
      benchmarkIds: [benchmarkId],
      items: 3,
      preset: "custom",
    });
    expect(estimate).toMatchObject({
      items: 3,
      answers: 3,
      generatedTokens: null,
      durationMs: null,
      basis: "Scripted policy has answered no benchmark yet, so neither tokens nor time can be told.",
    });
  });

  it("goes by what the model did before", async () => {
    const { db, caller, launch, get, modelId, benchmarkId } = openEvaluations(4);
    const id = await launch();
    await evaluateOnce(db, { engine: scriptedOver(db) });
    const { generatedTokens } = await get(id);
    const asked = { modelIds: [modelId], benchmarkIds: [benchmarkId], preset: "paper", items: null } as const;
    const ask = () => caller.estimate({ ...asked, modelIds: [modelId], benchmarkIds: [benchmarkId] });
    expect(await ask()).toMatchObject({
      items: 4,
      answers: 4,
      generatedTokens: Math.round((4 * generatedTokens) / 20),
      durationMs: null,
    });
    db.update(evaluations).set({ activeMs: 40_000 }).run();
    const timed = await ask();
    expect(timed.durationMs).toBe(8_000);
    expect(timed.basis).toMatch(
      /as measured on the same benchmarks; .* tokens a second as in its earlier evaluations\.$/,
    );
  });
});

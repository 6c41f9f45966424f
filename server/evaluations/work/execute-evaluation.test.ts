import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import {
  evaluationCalls,
  evaluationItems,
  evaluations,
  evaluationScores,
  evaluationVerdicts,
  models,
} from "@/db/schema";
import { seededRng } from "@/server/foundation/rng";
import { LeaseLostError } from "@/server/jobs/lease.repo";
import { EngineError, type Engine } from "@/server/models/engine";
import { evaluated, evaluateOnce, openEvaluations, scriptedOver } from "../testing/open-evaluations";

const ITEMS = 8;
/** A greedy call, and one of four samples. */
const CALLS_AN_ITEM = 2;

/** An engine that does something before each answer. */
function before(engine: Engine, act: (key: string) => void | Promise<void>): Engine {
  return {
    ...engine,
    async generate(request, signal) {
      await act(request.key);
      return await engine.generate(request, signal);
    },
  };
}

const rowOf = (db: Db, id: string) => db.select().from(evaluations).where(eq(evaluations.id, id)).get();

async function undisturbed(items = ITEMS) {
  const open = openEvaluations(items);
  const id = await open.launch();
  expect(await evaluateOnce(open.db, { engine: scriptedOver(open.db) })).toEqual({ kind: "finished" });
  return { ...open, id };
}

describe("an evaluation", () => {
  it("has every item answered in both passes, graded, counted and scored", async () => {
    const { db, id, get } = await undisturbed();
    const view = await get(id);
    expect(view).toMatchObject({
      status: "finished",
      itemsDone: ITEMS,
      itemsFailed: 0,
      callCount: ITEMS * CALLS_AN_ITEM,
      failedCallCount: 0,
      score: {
        items: ITEMS,
        failed: 0,
        leftOut: 0,
        settled: 0,
        greedy: { samples: 1, answers: ITEMS, method: "wilson" },
        sampled: { samples: 4, answers: ITEMS * 4, method: "cluster-bootstrap" },
      },
    });
    const calls = db.select().from(evaluationCalls).all();
    expect(view.generatedTokens).toBe(calls.reduce((sum, call) => sum + call.generatedTokens, 0));
    expect(view.promptTokens).toBe(calls.reduce((sum, call) => sum + call.promptTokens, 0));
    const greedy = calls.filter(({ pass }) => pass === "greedy");
    expect(
      greedy.every(
        ({ temperature, topP, samplesWanted }) => temperature === 0 && topP === 1 && samplesWanted === 1,
      ),
    ).toBe(true);
    const right = db
      .select({ n: sql<number>`count(*)` })
      .from(evaluationVerdicts)
      .innerJoin(evaluationCalls, eq(evaluationCalls.id, evaluationVerdicts.callId))
      .where(and(eq(evaluationCalls.pass, "greedy"), eq(evaluationVerdicts.verdict, "correct")))
      .get();
    expect(view.score?.greedy?.correct).toBe(right?.n);
    expect(db.select().from(evaluationVerdicts).all()).toHaveLength(ITEMS * 5);
    expect(view.renderedPrompt).toContain("{problem}");
    expect(view.renderedPrompt).toContain("<|im_start|>user");
  });

  it("asks many samples in several calls, and numbers them through", async () => {
    const { db, launch } = openEvaluations(2);
    const id = await launch({ greedy: false, sampled: { samples: 20, temperature: 1, topP: 1 } });
    await evaluateOnce(db, { engine: scriptedOver(db) });
    const calls = db
      .select()
      .from(evaluationCalls)
      .where(eq(evaluationCalls.evaluationId, id))
      .orderBy(evaluationCalls.problemId, evaluationCalls.firstSample)
      .all();
    const asked = calls.map(({ firstSample, samples }) => [firstSample, samples.length]);
    expect(asked).toEqual([
      [0, 8],
      [8, 8],
      [16, 4],
      [0, 8],
      [8, 8],
      [16, 4],
    ]);
    expect(new Set(calls.flatMap(({ samples }) => samples.map(({ text }) => text))).size).toBeGreaterThan(2);
  });

  it("ends the same after being cut off again and again, and asks nothing twice", async () => {
    const calm = await undisturbed();
    const { db, launch } = openEvaluations(ITEMS);
    const id = await launch();
    const random = seededRng("cut off");
    const asked: string[] = [];
    let ends = 0;
    for (; rowOf(db, id)?.status !== "finished"; ends++) {
      const stop = new AbortController();
      let left = 2 + Math.floor(random() * 4);
      const engine = before(scriptedOver(db), (key) => {
        left -= 1;
        if (left < 0) stop.abort("cut off");
        stop.signal.throwIfAborted();
        asked.push(key);
      });
      await evaluateOnce(db, { engine, signal: stop.signal, leaseId: `test/${String(ends)}` });
      db.update(evaluations).set({ leaseId: null }).where(eq(evaluations.status, "running")).run();
    }
    expect(ends).toBeGreaterThan(2);
    expect(evaluated(db, id)).toEqual(evaluated(calm.db, calm.id));
    // What was in flight when it was cut off was not recorded, and alone is asked again.
    expect(rowOf(db, id)?.callCount).toBe(new Set(asked).size);
  });

  it("makes the same whatever order the answers come in", async () => {
    const calm = await undisturbed();
    const { db, launch } = openEvaluations(ITEMS);
    const id = await launch();
    const random = seededRng("any order");
    const engine = before(scriptedOver(db), async () => {
      const turns = Math.floor(random() * 20);
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    });
    await evaluateOnce(db, { engine });
    expect(evaluated(db, id)).toEqual(evaluated(calm.db, calm.id));
  });

  it("takes up no more items at once than the engine needs, however many there are", async () => {
    const { db, launch } = openEvaluations(300);
    await launch({ sampled: null });
    let most = 0;
    const active = db
      .select({ n: sql<number>`count(*)` })
      .from(evaluationItems)
      .where(eq(evaluationItems.status, "active"))
      .prepare();
    const engine = before(scriptedOver(db), async () => {
      most = Math.max(most, active.get()?.n ?? 0);
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    });
    await evaluateOnce(db, { engine });
    expect(most).toBeGreaterThanOrEqual(engine.sequences);
    expect(most).toBeLessThanOrEqual(4 * engine.sequences);
  });
});

describe("what goes wrong", () => {
  it("fails the item that the engine cannot answer, keeps its other answers, and goes on", async () => {
    const { db, launch, get, caller } = openEvaluations(ITEMS);
    const id = await launch();
    let broken: string | null = null;
    const engine = before(scriptedOver(db), (key) => {
      broken ??= key;
      if (key === broken) throw new EngineError("context-too-long", "The prompt is too long.");
    });
    expect(await evaluateOnce(db, { engine })).toEqual({ kind: "finished" });
    expect(await get(id)).toMatchObject({
      itemsDone: ITEMS - 1,
      itemsFailed: 1,
      callCount: ITEMS * CALLS_AN_ITEM,
      failedCallCount: 1,
      score: { items: ITEMS, failed: 1, greedy: { answers: ITEMS }, sampled: { answers: 4 * ITEMS } },
    });
    const [failed] = db.select().from(evaluationItems).where(eq(evaluationItems.status, "failed")).all();
    expect(failed?.error).toBe("The prompt is too long.");

    const retried = await caller.retryFailed({ evaluationId: id });
    expect(retried).toMatchObject({ items: 1, callsForgotten: 1, evaluation: { status: "queued" } });
    await evaluateOnce(db, { engine: scriptedOver(db) });
    const calm = await undisturbed();
    expect(evaluated(db, id)).toEqual(evaluated(calm.db, calm.id));
    expect(await get(id)).toMatchObject({ itemsDone: ITEMS, itemsFailed: 0, failedCallCount: 0 });
  });

  it("ends with the engine that is down, and burns no item", async () => {
    const { db, launch, get } = openEvaluations(ITEMS);
    const id = await launch();
    let answered = 0;
    const engine = before(scriptedOver(db), () => {
      answered += 1;
      if (answered > 5) throw new EngineError("unreachable", "connection refused");
    });
    const end = await evaluateOnce(db, { engine });
    expect(end).toMatchObject({ kind: "engine-down", error: { kind: "unreachable" } });
    const view = await get(id);
    expect(view.itemsFailed).toBe(0);
    expect(view.failedCallCount).toBe(0);
    expect(view.callCount).toBeGreaterThan(0);
  });

  it("writes nothing once another worker holds it", async () => {
    const { db, launch, get } = openEvaluations(ITEMS);
    const id = await launch();
    let taken: unknown = null;
    const engine = before(scriptedOver(db), () => {
      if (taken !== null) return;
      db.update(evaluations).set({ leaseId: "other/1" }).where(eq(evaluations.id, id)).run();
      taken = evaluated(db, id);
    });
    await expect(evaluateOnce(db, { engine })).rejects.toBeInstanceOf(LeaseLostError);
    expect(evaluated(db, id)).toEqual(taken);
    expect(await get(id)).toMatchObject({ callCount: 0, itemsDone: 0, score: null });
  });

  it("does not mix the answers of two models that one entry stood for", async () => {
    const { db, launch, get, modelId } = openEvaluations(ITEMS);
    const id = await launch();
    db.update(models).set({ script: "weak" }).where(eq(models.id, modelId)).run();
    const end = await evaluateOnce(db, { engine: scriptedOver(db, "weak") });
    expect(end.kind).toBe("blocked");
    expect((await get(id)).callCount).toBe(0);
  });
});

describe("the running numbers", () => {
  it("are over the items that are over, and grow", async () => {
    const { db, launch } = openEvaluations(40);
    await launch({ sampled: null });
    const seen: number[] = [];
    const read = db.select().from(evaluationScores).prepare();
    const engine = before(scriptedOver(db), async () => {
      seen.push(read.get()?.score.items ?? 0);
      await new Promise(setImmediate);
    });
    await evaluateOnce(db, { engine });
    expect(seen[0]).toBe(0);
    expect(Math.max(...seen)).toBeGreaterThan(0);
    expect(Math.max(...seen)).toBeLessThan(40);
    expect(read.get()?.score.items).toBe(40);
  });
});

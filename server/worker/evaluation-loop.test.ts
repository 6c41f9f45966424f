import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { evaluationEvents, evaluations } from "@/db/schema";
import { EngineError } from "@/server/models/engine";
import { EVALUATIONS_AT_ONCE } from "@/server/evaluations/work/tunables";
import { createDoor, openLoop, until, type Before } from "./testing/open-loop";

let loop: ReturnType<typeof openLoop>;
afterEach(async () => {
  await loop.end();
});

const start = (items: number, before?: Before): void => {
  loop = openLoop(items, before);
};
const get = (evaluationId: string) => loop.evaluations.get({ evaluationId });
const becomes = (id: string, status: string): Promise<void> =>
  until(async () => (await get(id)).status === status);
const events = (id: string) =>
  loop.db.select().from(evaluationEvents).where(eq(evaluationEvents.evaluationId, id)).all();

describe("evaluations in the worker", { timeout: 60_000 }, () => {
  it("go two at a time, the others in the queue, until all are finished", async () => {
    const door = createDoor();
    start(3, door.pass);
    const ids: string[] = [];
    for (let made = 0; made < EVALUATIONS_AT_ONCE + 1; made++) ids.push(await loop.evaluate());
    for (const id of ids.slice(0, -1)) await becomes(id, "running");
    const last = ids.at(-1) ?? "";
    expect((await get(last)).status).toBe("queued");
    door.open();
    for (const id of ids) await becomes(id, "finished");
    expect(await get(last)).toMatchObject({ itemsDone: 3, live: null, statusReason: null });
    expect(events(last).map(({ kind }) => kind)).toEqual([
      "evaluation-queued",
      "evaluation-started",
      "evaluation-finished",
    ]);
  });

  it("share an engine with a run: neither waits for the other to end", async () => {
    const asked: ("run" | "evaluation")[] = [];
    const door = createDoor();
    start(60, async ({ messages }, signal) => {
      await door.pass({ key: "", messages, prefix: "", n: 1, sampling }, signal);
      const [message] = messages;
      asked.push(message?.content.includes("apples") === true ? "run" : "evaluation");
      for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
    });
    const run = await loop.launch({ smallModelId: null, kind: "rejection-sampling" });
    const evaluation = await loop.evaluate();
    await until(async () => (await loop.runs.get({ runId: run })).status === "running");
    await becomes(evaluation, "running");
    // Both have brought work before the first is answered.
    await until(() => asks(run) && asks(evaluation));
    door.open();
    await until(async () => (await loop.runs.get({ runId: run })).status === "finished");
    await becomes(evaluation, "finished");
    const first = asked.slice(0, Math.floor(asked.length / 2));
    for (const tenant of ["run", "evaluation"] as const) {
      expect(first.filter((one) => one === tenant).length).toBeGreaterThan(first.length / 10);
    }
    expect(await get(evaluation)).toMatchObject({ itemsDone: 60, itemsFailed: 0 });
  });

  it("pause with what was in flight kept, and go on", async () => {
    const door = createDoor();
    start(40, door.pass);
    const id = await loop.evaluate();
    await until(() => door.waiting() > 0);
    const { activeMs } = await loop.evaluations.pause({ evaluationId: id });
    // A heartbeat has seen it: nothing more goes out.
    await until(async () => (await get(id)).activeMs > activeMs);
    const sent = door.waiting();
    door.open();
    await becomes(id, "paused");
    expect(await get(id)).toMatchObject({ statusReason: null, live: null });
    expect((await get(id)).callCount).toBe(sent);
    expect(events(id).at(-1)?.message).toMatch(/in flight could end and are kept\.$/);
    await loop.evaluations.resume({ evaluationId: id });
    await becomes(id, "finished");
    expect(await get(id)).toMatchObject({ itemsDone: 40, callCount: 80 });
  });

  it("are cancelled at once, and say what was cut off", async () => {
    const door = createDoor();
    start(6, door.pass);
    const id = await loop.evaluate();
    await until(async () => ((await get(id)).live?.samplesInFlight ?? 0) > 0);
    await loop.evaluations.cancel({ evaluationId: id });
    await becomes(id, "cancelled");
    expect(await get(id)).toMatchObject({ callCount: 0, generatedTokens: 0, score: null });
    expect(events(id).at(-1)?.message).toContain("cut off: what they had is not counted.");
  });

  it("pause by themselves while the engine is down, with the reason, and come back", async () => {
    let isDown = true;
    start(4, () => {
      if (isDown) throw new EngineError("unreachable", "connection refused");
    });
    const id = await loop.evaluate();
    await becomes(id, "paused");
    const { statusReason, retryAt, itemsFailed } = await get(id);
    expect(statusReason).toBe("The engine cannot answer (unreachable): connection refused");
    expect(retryAt).not.toBeNull();
    expect(itemsFailed).toBe(0);
    isDown = false;
    loop.db.update(evaluations).set({ retryAt: 0 }).where(eq(evaluations.id, id)).run();
    await becomes(id, "finished");
    expect((await get(id)).itemsDone).toBe(4);
  });

  it("wait for a person where the model's entry was changed", async () => {
    const door = createDoor();
    start(2, door.pass);
    const busy = [await loop.evaluate(), await loop.evaluate()];
    const id = await loop.evaluate();
    loop.db
      .update(evaluations)
      .set({ model: other(await get(id)) })
      .where(eq(evaluations.id, id))
      .run();
    door.open();
    for (const one of busy) await becomes(one, "finished");
    await becomes(id, "paused");
    expect(await get(id)).toMatchObject({ retryAt: null, callCount: 0 });
    expect((await get(id)).statusReason).toMatch(/^The model's entry names another file or address/);
  });

  it("take up items that are retried meanwhile before they are finished", async () => {
    const door = createDoor();
    let broken: string | null = null;
    let failed = false;
    start(4, async (request, signal) => {
      broken ??= request.key;
      if (request.key === broken && !failed) {
        failed = true;
        throw new EngineError("bad-request", "No.");
      }
      await door.pass(request, signal);
    });
    const id = await loop.evaluate({ sampled: null });
    await until(async () => (await get(id)).itemsFailed === 1);
    await loop.evaluations.retryFailed({ evaluationId: id });
    door.open();
    await becomes(id, "finished");
    expect(await get(id)).toMatchObject({ itemsDone: 4, itemsFailed: 0, failedCallCount: 0 });
  });
});

function asks(tenant: string): boolean {
  const load = loop.models.get(loop.seeded.policyId)?.dispatcher.loadOf(tenant);
  return load !== undefined && load.inFlight + load.waiting > 0;
}

const sampling = { temperature: 1, topP: 1, maxTokens: 1, stop: [] };

function other({ model }: Awaited<ReturnType<typeof get>>) {
  const { id: _id, parentModelId: _parent, round: _round, ...snapshot } = model;
  return { ...snapshot, identity: "model_another" };
}

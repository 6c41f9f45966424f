import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluationCalls, evaluationVerdicts, models } from "@/db/schema";
import { systemClock } from "@/server/foundation/clock";
import { openEvaluations, openModel } from "@/server/evaluations/testing/open-evaluations";
import { scoreEvaluation } from "@/server/evaluations/work/score-evaluation";
import { openEmbeddedEngine } from "@/server/models/embedded/embedded-engine";
import type { Engine } from "@/server/models/engine";
import { smallModelFile } from "@/server/models/testing/test-model-file";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";
import { evaluationLoop } from "./evaluation-loop";

const ITEMS = 8;
const MODEL = "smollm2-135m-instruct";
const open = openEvaluations(ITEMS);

let engine: Engine;
beforeAll(async () => {
  const file = await smallModelFile();
  open.db
    .insert(models)
    .values({ id: MODEL, name: MODEL, kind: "embedded", status: "ready", filePath: file, createdAt: 0 })
    .run();
  engine = await openEmbeddedEngine({ file, contextTokens: 1024 });
});
afterAll(async () => {
  await engine.close();
});

/** Works on evaluations until the condition holds, then ends as a process does that is asked to. */
async function workUntil(condition: () => Promise<boolean>): Promise<void> {
  const { db } = open;
  const stop = new AbortController();
  const model = openModel(db, MODEL, engine);
  const loop = evaluationLoop({
    db,
    clock: systemClock,
    logger: open.logger,
    workerId: "worker",
    signal: stop.signal,
    engines: {
      acquire: () => Promise.resolve(model),
      release: () => undefined,
      closeOutdated: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
  });
  while (!(await condition())) await systemClock.sleep(50);
  stop.abort();
  await loop;
}

describe("an evaluation of a real 135M model", () => {
  it("goes on where it was cut off, and its numbers are those of its texts", async () => {
    const { db, get } = open;
    const id = await open.launch({
      modelIds: [MODEL],
      sampled: { samples: 2, temperature: 0.7, topP: 0.95 },
      maxTokens: 32,
    });
    await workUntil(async () => (await get(id)).callCount >= 2);
    const half = await get(id);
    expect(half.status).toBe("running");
    expect(half.callCount).toBeLessThan(2 * ITEMS);
    const before = db.select().from(evaluationCalls).all();
    await workUntil(async () => ["finished", "paused"].includes((await get(id)).status));

    const view = await get(id);
    expect(view).toMatchObject({
      status: "finished",
      itemsDone: ITEMS,
      itemsFailed: 0,
      callCount: 2 * ITEMS,
      failedCallCount: 0,
      score: { items: ITEMS, greedy: { answers: ITEMS }, sampled: { answers: 2 * ITEMS, samples: 2 } },
    });
    expect(view.renderedPrompt).toContain("<|im_start|>user");
    const after = new Map(
      db
        .select()
        .from(evaluationCalls)
        .all()
        .map((call) => [call.id, call]),
    );
    for (const call of before) expect(after.get(call.id)).toEqual(call);
    for (const { samples, samplesWanted } of after.values()) {
      expect(samples).toHaveLength(samplesWanted);
      for (const { tokens } of samples) {
        expect(tokens).toBeGreaterThan(0);
        expect(tokens).toBeLessThanOrEqual(32);
      }
    }
    expect(db.select().from(evaluationVerdicts).all()).toHaveLength(3 * ITEMS);
    const again = scoreEvaluation(db, id, { graderVersion: EVALUATION_GRADER, now: systemClock.now() });
    expect(again).toEqual(view.score);
  });
});

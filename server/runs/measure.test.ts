import pino from "pino";
import { describe, expect, it } from "vitest";
import { measurements } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/foundation/clock";
import { createDispatcher } from "@/server/models/dispatcher";
import { EngineError, type Engine, type StepScoreRequest } from "@/server/models/engine";
import { createScriptedEngine } from "@/server/models/scripted/scripted-engine";
import type { MeasureRequest } from "@/server/sphere/io";
import { watchEngineHealth } from "@/server/models/engine-health";
import { openMeasure } from "./measure";
import type { AskedModel } from "@/server/models/opened-model";

const scripted = createScriptedEngine("default");
/** An engine that writes and tells nothing of given texts. */
const plain: Engine = {
  sequences: scripted.sequences,
  generate: (request, signal) => scripted.generate(request, signal),
  renderPrompt: (messages) => scripted.renderPrompt(messages),
  close: () => scripted.close(),
};

function open(db: ReturnType<typeof openTestDatabase>["db"], engine: Engine, identity = "prm") {
  const model: AskedModel = {
    id: "model_prm",
    identity,
    dispatcher: createDispatcher(engine, { clock: systemClock, logger: pino({ level: "silent" }) }),
    health: watchEngineHealth(),
  };
  return openMeasure({
    db,
    clock: systemClock,
    models: { policy: model, small: null, scorer: model },
    signal: new AbortController().signal,
    runId: "run_1",
    problemPosition: 0,
  });
}

/** A process reward model that gives 1/2, 1/3, 1/4 ... and counts what it was asked. */
function scorer(asked: StepScoreRequest[]): Engine {
  return {
    ...plain,
    scoreSteps(requests) {
      asked.push(...requests);
      return Promise.resolve(requests.map(({ steps }) => steps.map((_, index) => 1 / (index + 2))));
    },
  };
}

const path = (...steps: string[]): MeasureRequest => ({ kind: "step-scores", statement: "1 + 1?", steps });

describe("measurements of a run", () => {
  it("are asked once and found again, also by a run that comes later", async () => {
    const { db } = openTestDatabase();
    const asked: StepScoreRequest[] = [];
    expect(await open(db, scorer(asked))([path("a", "b")])).toEqual([[1 / 2, 1 / 3]]);
    expect(await open(db, scorer(asked))([path("a", "b"), path("a")])).toEqual([[1 / 2, 1 / 3], [1 / 2]]);
    expect(asked).toHaveLength(1);
  });

  it("keep a step's score by its prefix, and ask for the longer path when a step is new", async () => {
    const { db } = openTestDatabase();
    const asked: StepScoreRequest[] = [];
    const measure = open(db, scorer(asked));
    await measure([path("a", "b")]);
    expect(await measure([path("a", "c")])).toEqual([[1 / 2, 1 / 3]]);
    expect(asked.map(({ steps }) => steps.join(""))).toEqual(["ab", "ac"]);
    expect(db.select().from(measurements).all()).toHaveLength(3);
  });

  it("do not pass from one model to another, nor to the entry's next file", async () => {
    const { db } = openTestDatabase();
    const asked: StepScoreRequest[] = [];
    await open(db, scorer(asked))([path("a")]);
    await open(db, scorer(asked), "another file")([path("a")]);
    expect(asked).toHaveLength(2);
  });

  it("are null where the engine cannot tell, and then nothing is kept", async () => {
    const { db } = openTestDatabase();
    const likelihood: MeasureRequest = { kind: "likelihood", messages: [], prefix: "", text: "x" };
    expect(await open(db, plain)([path("a"), likelihood])).toEqual([null, null]);
    expect(db.select().from(measurements).all()).toEqual([]);
  });

  it("are null for good where the engine refuses the one text, and others go on", async () => {
    const { db } = openTestDatabase();
    let refused = 0;
    const engine: Engine = {
      ...plain,
      scoreSteps(requests) {
        if (requests.some(({ steps }) => steps.length > 1)) {
          refused += 1;
          return Promise.reject(new EngineError("context-too-long", "Too long."));
        }
        return Promise.resolve([[0.5]]);
      },
    };
    const measure = open(db, engine);
    expect(await measure([path("a", "b"), path("a")])).toEqual([null, [0.5]]);
    expect(await measure([path("a", "b")])).toEqual([null]);
    expect(refused).toBe(1);
    expect(
      db
        .select()
        .from(measurements)
        .all()
        .map(({ error }) => error),
    ).toContain("Too long.");
  });

  it("end the run's work when the engine is down, and keep nothing", async () => {
    const { db } = openTestDatabase();
    const engine: Engine = {
      ...plain,
      labelProbabilities: () => Promise.reject(new EngineError("unreachable", "Nobody answers.")),
    };
    const labels: MeasureRequest = { kind: "labels", role: "scorer", messages: [], labels: ["A", "B"] };
    await expect(open(db, engine)([labels])).rejects.toThrow("Nobody answers.");
    expect(db.select().from(measurements).all()).toEqual([]);
  });
});

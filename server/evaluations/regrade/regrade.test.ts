import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import {
  answerRulings,
  evaluationCalls,
  evaluations,
  evaluationScores,
  evaluationVerdicts,
} from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { addActor } from "@/server/accounts/testing/actors";
import { createFakeClock } from "@/server/models/testing/fake-clock";
import { gradeItem } from "@/server/problems/grading/grade-item";
import { insertBenchmark, insertModel } from "../testing/insert-benchmark";
import { insertEvaluated } from "../testing/insert-evaluation";
import { getEvaluation } from "../work/lifecycle.service";
import { listDisagreements, readDisagreement } from "./disagreements.service";
import { compareGraders, type EvaluationGrader } from "./evaluation-grader";
import { readGraders, rescoreEvaluations } from "./graders.service";
import { listDisagreementsSchema, settleSchema } from "./regrade.schema";
import { rescoreEvaluation } from "./rescore-evaluation";
import { askForInterrupted, listRescores } from "./rescore.repo";
import { settleAnswer } from "./settle.service";

const OLD = "0.9.0+rules.1";
const NEW = "99.0.0+rules.1";
const never = new AbortController().signal;

/** Grades as the app does, but calls the answers to every third item right: 17 + p + 25 + 3p with p = 0, 3, 6 ... */
const lenient: EvaluationGrader = {
  version: NEW,
  grade(item, response) {
    const grade = gradeItem(item, response);
    const place = Number(item.problem.externalId.slice("sum-".length));
    return place % 3 === 0 && grade.verdict === "incorrect"
      ? { ...grade, verdict: "correct", rule: "boxed: same-text" }
      : grade;
  },
};

let db: Db;
let clock: ReturnType<typeof createFakeClock>;
let actorId: string;
let setId: string;
beforeEach(() => {
  ({ db } = openTestDatabase());
  clock = createFakeClock(1_000);
  actorId = addActor(db, "anna", "annotator").id;
  setId = insertBenchmark(db, { name: "sums", items: 6 });
});

/** Six items, of which the first and the fourth are answered wrongly. */
function evaluated(model: string, graderVersion = OLD, status: "finished" | "running" = "finished"): string {
  return insertEvaluated(db, {
    modelId: insertModel(db, { id: `model-${model}`, name: model }),
    benchmarkId: setId,
    graderVersion,
    status,
    right: (item) => item % 3 !== 0,
  });
}

async function doAll(signal = never): Promise<void> {
  for (const asked of listRescores(db))
    await rescoreEvaluation({ db, clock, grader: lenient }, asked, signal);
}

async function twoGraded(): Promise<readonly [string, string]> {
  const ids = [evaluated("one"), evaluated("two")] as const;
  rescoreEvaluations(db, { evaluationIds: null }, NEW);
  await clock.advance(5);
  await doAll();
  return ids;
}

const verdictsUnder = (graderVersion: string) =>
  db.select().from(evaluationVerdicts).where(eq(evaluationVerdicts.graderVersion, graderVersion)).all();
const scoreUnder = (id: string, graderVersion: string) =>
  db
    .select()
    .from(evaluationScores)
    .where(eq(evaluationScores.evaluationId, id))
    .all()
    .find((row) => row.graderVersion === graderVersion)?.score;
const disagreements = (filter: object = {}) => listDisagreements(db, listDisagreementsSchema.parse(filter));

describe("a newer grader", () => {
  it("judges every answer beside the old verdicts, asks no model, and its numbers are shown", async () => {
    const id = evaluated("one");
    const [before, calls] = [verdictsUnder(OLD), db.select().from(evaluationCalls).all()];
    expect(readGraders(db, NEW)).toMatchObject({ behind: [id], underWay: 0, evaluations: 1 });
    expect(rescoreEvaluations(db, { evaluationIds: null }, NEW)).toEqual({ asked: 1, upToDate: 0 });
    expect(readGraders(db, NEW)).toMatchObject({ underWay: 1 });
    await clock.advance(5);
    await doAll();
    expect(verdictsUnder(OLD)).toEqual(before);
    expect(db.select().from(evaluationCalls).all()).toEqual(calls);
    expect(verdictsUnder(NEW)).toHaveLength(before.length);
    expect(scoreUnder(id, OLD)?.greedy?.score.value).toBeCloseTo(4 / 6);
    expect(scoreUnder(id, NEW)?.greedy?.score.value).toBe(1);
    expect(getEvaluation(db, id)).toMatchObject({ scoredWith: NEW, rescoreTo: null, graderVersion: OLD });
    expect(readGraders(db, NEW)).toMatchObject({
      behind: [],
      underWay: 0,
      versions: [
        { version: NEW, evaluations: 1, verdicts: 6 },
        { version: OLD, evaluations: 1, verdicts: 6 },
      ],
    });
    expect(rescoreEvaluations(db, { evaluationIds: [id] }, NEW)).toEqual({ asked: 0, upToDate: 1 });
  });

  it("goes on where it was stopped, and shows no number before it is through", async () => {
    const id = evaluated("one");
    rescoreEvaluations(db, { evaluationIds: [id] }, NEW);
    const stop = new AbortController();
    let graded = 0;
    const stopping: EvaluationGrader = {
      version: NEW,
      grade(item, response) {
        graded += 1;
        if (graded === 3) stop.abort();
        return lenient.grade(item, response);
      },
    };
    for (const asked of listRescores(db))
      await rescoreEvaluation({ db, clock, grader: stopping }, asked, stop.signal);
    expect(verdictsUnder(NEW)).toHaveLength(3);
    expect(scoreUnder(id, NEW)).toBeUndefined();
    expect(getEvaluation(db, id)).toMatchObject({ rescoreTo: NEW, scoredWith: OLD });
    await doAll();
    expect(verdictsUnder(NEW)).toHaveLength(6);
    expect(getEvaluation(db, id)).toMatchObject({ rescoreTo: null, scoredWith: NEW });
  });

  it("fills in what an evaluation at work had before the app was upgraded, and that alone", () => {
    const [atWork] = [evaluated("one", OLD, "running"), evaluated("two"), evaluated("three", NEW, "running")];
    expect(askForInterrupted(db, NEW)).toBe(1);
    expect(listRescores(db)).toEqual([{ id: atWork, rescoreTo: NEW }]);
  });

  it("takes the place of one that was asked for and never got through", async () => {
    const id = evaluated("one");
    rescoreEvaluations(db, { evaluationIds: null }, "50.0.0+rules.1");
    await doAll();
    expect(listRescores(db)).toEqual([{ id, rescoreTo: NEW }]);
  });

  it("is asked for of no evaluation that is not there", () => {
    expect(() => rescoreEvaluations(db, { evaluationIds: ["nothing"] }, NEW)).toThrow(
      /no evaluation nothing/,
    );
  });
});

describe("answers on which graders differ", () => {
  it("stand once however many models gave them", async () => {
    await twoGraded();
    const { items, open, total } = disagreements();
    expect({ open, total }).toEqual({ open: 2, total: 2 });
    expect(items).toMatchObject([
      { externalId: "sum-0", answer: "429", models: 2, samples: 2, kind: "outcome", ruling: null },
      { externalId: "sum-3", models: 2, samples: 2 },
    ]);
    const [first] = items;
    if (first === undefined) throw new Error("no item");
    expect(readDisagreement(db, first)).toMatchObject({
      statement: "What is $17 + 25$?",
      reference: "42",
      said: [
        { graderVersion: NEW, verdict: "correct", samples: 2 },
        { graderVersion: OLD, verdict: "incorrect", samples: 2 },
      ],
      responses: [{ modelName: "one", number: 0 }, { modelName: "two" }],
      appliesTo: { samples: 2, models: 2 },
    });
  });

  it("are settled for every model alike, and the numbers say how many were", async () => {
    const ids = await twoGraded();
    const third = evaluated("three", NEW);
    const [first] = disagreements().items;
    if (first === undefined) throw new Error("no item");
    const { problemId, answer } = first;
    settleAnswer({ db, clock }, { problemId, answer, correct: false, reason: "It is 42." }, actorId);
    expect(listRescores(db).map(({ id }) => id)).toEqual(expect.arrayContaining([...ids, third]));
    await doAll();
    for (const id of ids) {
      expect(scoreUnder(id, NEW)).toMatchObject({ settled: 1, greedy: { correct: 5 } });
      expect(scoreUnder(id, OLD)).toMatchObject({ settled: 0, greedy: { correct: 4 } });
    }
    expect(scoreUnder(third, NEW)).toMatchObject({ settled: 1 });
    expect(disagreements()).toMatchObject({ open: 1, settled: 1, total: 1 });
    expect(disagreements({ state: "settled" }).items).toMatchObject([
      { answer, ruling: { correct: false, reason: "It is 42.", actorName: "Anna" } },
    ]);
  });

  it("are taken back by a row more", async () => {
    const [id] = await twoGraded();
    const [first] = disagreements().items;
    if (first === undefined) throw new Error("no item");
    const { problemId, answer } = first;
    for (const [correct, reason] of [
      [false, "It is 42."],
      [null, ""],
    ] as const) {
      await clock.advance(1);
      settleAnswer({ db, clock }, { problemId, answer, correct, reason }, actorId);
    }
    await doAll();
    expect(scoreUnder(id, NEW)).toMatchObject({ settled: 0, greedy: { correct: 6 } });
    expect(db.select().from(answerRulings).all()).toHaveLength(2);
    expect(readDisagreement(db, first)).toMatchObject({
      ruling: null,
      history: [{ correct: null }, { correct: false, reason: "It is 42." }],
    });
  });

  it("of a response without an answer, a ruling is about that response alone", async () => {
    const ids = await twoGraded();
    db.update(evaluationVerdicts)
      .set({ verdict: "no-answer", extracted: null, rule: "no-answer" })
      .where(eq(evaluationVerdicts.graderVersion, NEW))
      .run();
    db.update(evaluationVerdicts)
      .set({ verdict: "correct", extracted: "42" })
      .where(eq(evaluationVerdicts.graderVersion, OLD))
      .run();
    const { items } = listDisagreements(fresh(db), listDisagreementsSchema.parse({}));
    const none = items.filter(({ extracted }) => extracted === null);
    expect(none).toHaveLength(12);
    expect(none.every(({ samples }) => samples === 1)).toBe(true);
    const [one] = none;
    if (one === undefined) throw new Error("no item");
    settleAnswer(
      { db: fresh(db), clock },
      { problemId: one.problemId, answer: one.answer, correct: true, reason: "It says 42 in words." },
      actorId,
    );
    await doAll();
    expect(ids.map((id) => scoreUnder(id, NEW)?.settled)).toEqual(expect.arrayContaining([0, 1]));
  });

  it("are not listed where both call it wrong, unless asked for", async () => {
    await twoGraded();
    db.update(evaluationVerdicts)
      .set({ verdict: "unparsable", extracted: "4 2 9" })
      .where(eq(evaluationVerdicts.graderVersion, NEW))
      .run();
    const looked = fresh(db);
    const asked = (filter: object) => listDisagreements(looked, listDisagreementsSchema.parse(filter)).items;
    const kinds = (filter: object) => new Set(asked(filter).map(({ kind }) => kind));
    expect(kinds({})).toEqual(new Set(["outcome"]));
    expect(kinds({ alsoReadings: true })).toEqual(new Set(["outcome", "reading"]));
    expect(asked({ benchmarkId: "other" })).toEqual([]);
  });

  it("need a reason, and an answer on which graders do differ", async () => {
    await twoGraded();
    const ruling = { problemId: "nothing", answer: "1", correct: true, reason: "" };
    expect(settleSchema.safeParse(ruling).success).toBe(false);
    expect(settleSchema.safeParse({ ...ruling, correct: null }).success).toBe(true);
    expect(() => settleAnswer({ db, clock }, { ...ruling, reason: "so" }, actorId)).toThrow(
      /No graders differ/,
    );
  });
});

describe("a ruling that comes while numbers are made", () => {
  it("has them made again", async () => {
    const id = evaluated("one");
    rescoreEvaluations(db, { evaluationIds: null }, NEW);
    const [asked] = listRescores(db);
    const [problem] = verdictsUnder(OLD);
    if (asked === undefined || problem === undefined) throw new Error("nothing asked");
    const ruled = {
      problemId: problem.problemId,
      answer: "429",
      correct: false,
      reason: "no",
      actorId,
      at: 1,
    };
    const meanwhile: typeof clock = Object.assign(Object.create(clock), {
      now: () => {
        db.insert(answerRulings)
          .values({ id: "ruling", ...ruled })
          .onConflictDoNothing()
          .run();
        return 7;
      },
    });
    expect(await rescoreEvaluation({ db, clock: meanwhile, grader: lenient }, asked, never)).toBe(false);
    expect(listRescores(db)).toEqual([{ id, rescoreTo: NEW }]);
    await doAll();
    expect(listRescores(db)).toEqual([]);
    expect(db.select().from(evaluations).all()).toMatchObject([{ rescoreTo: null }]);
  });
});

it("graders are ordered by their numbers", () => {
  const versions = ["1.10.0+rules.1", "1.9.0+rules.2", "1.9.0+rules.10", "1.2.0+rules.1"];
  expect(versions.toSorted(compareGraders)).toEqual([
    "1.2.0+rules.1",
    "1.9.0+rules.2",
    "1.9.0+rules.10",
    "1.10.0+rules.1",
  ]);
});

/** The same database by another name: nothing is remembered of verdicts that a test has changed by hand. */
function fresh(known: Db): Db {
  return Object.create(known);
}

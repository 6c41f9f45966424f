import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import {
  answerRulings,
  evaluationCalls,
  evaluationItems,
  evaluations,
  evaluationVerdicts,
  problems,
  problemSets,
} from "@/db/schema";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";
import { rulesOf } from "@/server/problems/grading/rules";
import { createCallerFactory, router } from "@/server/trpc/init";
import { readingProcedures } from "@/server/trpc/routers/evaluations/reading";
import { insertBenchmark, insertModel } from "../testing/insert-benchmark";
import { insertEvaluated } from "../testing/insert-evaluation";
import { computeScore } from "../work/score-evaluation";

const ITEMS = 12;
const SAMPLED = { samples: 4, temperature: 0.7, topP: 0.95 };

/** Greedy: the first six right. Sampled, of four: as many right as the item's place, at most four. */
function workplace() {
  const { db } = openTestDatabase();
  const benchmarkId = insertBenchmark(db, { name: "Sums", items: ITEMS });
  const modelId = insertModel(db, { id: "model_a", name: "A" });
  const evaluationId = insertEvaluated(db, {
    modelId,
    benchmarkId,
    protocol: { sampled: SAMPLED },
    right: (item, pass, sample) => (pass === "greedy" ? item < 6 : sample < item),
  });
  const caller = createCallerFactory(router(readingProcedures))({
    db,
    clock: systemClock,
    env: readEnv({ NODE_ENV: "test", SPHERE_HOME: "/nonexistent" }),
    logger: createLogger("test", "silent"),
    actor: TEST_ADMIN,
  });
  return { db, caller, benchmarkId, modelId, evaluationId };
}

let open: ReturnType<typeof workplace>;
beforeEach(() => {
  open = workplace();
});

type Filter = Omit<Parameters<typeof open.caller.items>[0], "evaluationId">;

async function numbers(filter: Filter): Promise<number[]> {
  const { items } = await open.caller.items({ evaluationId: open.evaluationId, ...filter });
  return items.map(({ position }) => position);
}

function idAt(position: number): string {
  const row = open.db.select().from(problems).where(eq(problems.position, position)).get();
  if (row === undefined) throw new Error(`There is no problem ${String(position)}.`);
  return row.id;
}

/** What another grader said: as the first did, but for one item. */
function gradeAgain(position: number): void {
  const rows = open.db.select().from(evaluationVerdicts).all();
  const other = rows.map((row) => ({
    ...row,
    graderVersion: "other",
    verdict: row.problemId === idAt(position) ? "correct" : row.verdict,
  }));
  open.db.insert(evaluationVerdicts).values(other).run();
}

describe("the items of an evaluation", () => {
  it.each([
    [{ outcome: "right", pass: "greedy" }, [0, 1, 2, 3, 4, 5]],
    [{ outcome: "wrong", pass: "greedy" }, [6, 7, 8, 9, 10, 11]],
    [{ outcome: "right", pass: "sampled" }, [4, 5, 6, 7, 8, 9, 10, 11]],
    [{ outcome: "mixed", pass: "sampled" }, [1, 2, 3]],
    [{ outcome: "wrong", pass: "sampled" }, [0]],
    [{ outcome: "right" }, [4, 5]],
    [{ outcome: "wrong" }, []],
    [{ outcome: "open" }, []],
    [{ level: "Level 1" }, [0, 3, 6, 9]],
    [{ level: "Level 1", subject: "odd", outcome: "right", pass: "greedy" }, [3]],
    [{ text: "17 + 25" }, [0]],
    [{ text: "SUM-11" }, [11]],
    [{ text: "%" }, []],
  ] satisfies [Filter, number[]][])("that fit %j", async (filter, expected) => {
    expect(await numbers(filter)).toEqual(expected);
  });

  it("come by page, with what each pass gave and how many there are of each outcome", async () => {
    const page = await open.caller.items({
      evaluationId: open.evaluationId,
      pass: "greedy",
      page: 2,
      pageSize: 5,
    });
    expect(page.items.map(({ position }) => position)).toEqual([5, 6, 7, 8, 9]);
    expect(page.items[0]?.passes).toEqual({
      greedy: { expected: 1, answers: 1, right: 1, noAnswer: 0, truncated: 0, tokens: 120, extracted: "62" },
      sampled: { expected: 4, answers: 4, right: 4, noAnswer: 0, truncated: 0, tokens: 480, extracted: "62" },
    });
    expect(page).toMatchObject({
      total: ITEMS,
      counts: { right: 6, wrong: 6, mixed: 0, "graders-differ": 0 },
      levels: ["Level 1", "Level 2", "Level 3"],
      subjects: ["even", "odd"],
    });
  });

  it("say which were cut off, gave no answer, failed or are still open", async () => {
    const { db, evaluationId } = open;
    const call = db
      .select()
      .from(evaluationCalls)
      .where(eq(evaluationCalls.problemId, idAt(7)))
      .all()
      .find(({ pass }) => pass === "greedy");
    db.update(evaluationCalls)
      .set({
        generatedTokens: 1024,
        samples: [{ text: "On and on", tokens: 1024, meanLogprob: null, finish: "length" }],
      })
      .where(eq(evaluationCalls.id, call?.id ?? ""))
      .run();
    db.update(evaluationVerdicts)
      .set({ verdict: "no-answer", extracted: null })
      .where(eq(evaluationVerdicts.callId, call?.id ?? ""))
      .run();
    db.delete(evaluationVerdicts)
      .where(eq(evaluationVerdicts.problemId, idAt(8)))
      .run();
    db.update(evaluationItems)
      .set({ status: "failed" })
      .where(eq(evaluationItems.problemId, idAt(8)))
      .run();
    db.delete(evaluationVerdicts)
      .where(eq(evaluationVerdicts.problemId, idAt(9)))
      .run();
    expect(await numbers({ outcome: "truncated" })).toEqual([7]);
    expect(await numbers({ outcome: "truncated", pass: "sampled" })).toEqual([]);
    expect(await numbers({ outcome: "no-answer" })).toEqual([7]);
    expect(await numbers({ outcome: "failed" })).toEqual([8]);
    expect(await numbers({ outcome: "wrong" })).toEqual([8]);
    expect(await numbers({ outcome: "open" })).toEqual([9]);
    // A text that quotes the word is not cut off.
    db.update(evaluationCalls)
      .set({
        generatedTokens: 1024,
        samples: [{ text: `"finish":"length"`, tokens: 1024, meanLogprob: null, finish: "end-of-turn" }],
      })
      .where(eq(evaluationCalls.id, call?.id ?? ""))
      .run();
    expect(await numbers({ outcome: "truncated" })).toEqual([]);
    expect(await open.caller.items({ evaluationId })).toMatchObject({ counts: { "left-out": 0 } });
  });

  it("are left out exactly where the numbers leave them out", async () => {
    const { db, evaluationId } = open;
    const shown = () => computeScore(db, evaluationId, { graderVersion: EVALUATION_GRADER, rounds: 10 });
    // A reference that the grader cannot read, but that nobody knows to be bad: it counts.
    db.update(evaluationVerdicts)
      .set({ verdict: "bad-reference" })
      .where(eq(evaluationVerdicts.problemId, idAt(0)))
      .run();
    expect(await numbers({ outcome: "left-out" })).toEqual([]);
    expect(shown()).toMatchObject({ items: ITEMS, leftOut: 0 });
    const source = "olympiadbench.jsonl";
    const bad = rulesOf(source).references.find(({ corrected }) => corrected === null);
    db.update(problemSets).set({ source }).run();
    db.update(problems)
      .set({ externalId: bad?.externalId ?? "" })
      .where(eq(problems.id, idAt(1)))
      .run();
    // One whose calls all failed has no verdict.
    db.delete(evaluationVerdicts)
      .where(eq(evaluationVerdicts.problemId, idAt(1)))
      .run();
    db.update(evaluationItems)
      .set({ status: "failed" })
      .where(eq(evaluationItems.problemId, idAt(1)))
      .run();
    expect(await numbers({ outcome: "left-out" })).toEqual([1]);
    expect(shown()).toMatchObject({ items: ITEMS - 1, leftOut: 1 });
  });

  it("are found where graders differ, and count as people ruled", async () => {
    gradeAgain(6);
    expect(await numbers({ outcome: "graders-differ" })).toEqual([6]);
    expect(await numbers({ outcome: "right", pass: "greedy" })).toEqual([0, 1, 2, 3, 4, 5]);
    const answer = `${String(17 + 6 + 25 + 18)}9`;
    const ruling = { problemId: idAt(6), answer, reason: "The reference is wrong.", actorId: "nobody" };
    open.db
      .insert(answerRulings)
      .values({ id: "ruling_1", correct: true, at: 1, ...ruling })
      .run();
    expect(await numbers({ outcome: "right", pass: "greedy" })).toEqual([0, 1, 2, 3, 4, 5, 6]);
    open.db
      .insert(answerRulings)
      .values({ id: "ruling_2", correct: null, at: 2, ...ruling })
      .run();
    expect(await numbers({ outcome: "right", pass: "greedy" })).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe("one item", () => {
  it("has every answer with its verdict, and its neighbours among what the filter lets through", async () => {
    const { caller, evaluationId } = open;
    const filter = { pass: "sampled", outcome: "mixed" } as const;
    const item = await caller.item({ evaluationId, problemId: idAt(2), ...filter });
    expect(item.answers.map(({ pass, number, right }) => [pass, number, right])).toEqual([
      ["greedy", 0, true],
      ["sampled", 0, true],
      ["sampled", 1, true],
      ["sampled", 2, false],
      ["sampled", 3, false],
    ]);
    expect(item.place).toEqual({ number: 2, total: 3, previousId: idAt(1), nextId: idAt(3) });
    const outside = await caller.item({ evaluationId, problemId: idAt(8), ...filter });
    expect(outside.place).toEqual({ number: null, total: 3, previousId: null, nextId: idAt(1) });
  });

  it("shows what each grader said, the one whose numbers count first, and the ruling", async () => {
    gradeAgain(6);
    const { caller, db, evaluationId } = open;
    const answer = `${String(17 + 6 + 25 + 18)}9`;
    db.insert(answerRulings)
      .values({
        id: "ruling_1",
        problemId: idAt(6),
        answer,
        correct: true,
        reason: "Fine.",
        actorId: "?",
        at: 1,
      })
      .run();
    const { answers, evaluation } = await caller.item({ evaluationId, problemId: idAt(6) });
    expect(answers[0]).toMatchObject({
      right: true,
      ruling: { correct: true, reason: "Fine." },
      verdicts: [
        { graderVersion: evaluation.scoredWith, verdict: "incorrect" },
        { graderVersion: "other", verdict: "correct" },
      ],
    });
  });

  it("is not graded yet where the grader whose numbers count has not judged it, whatever others said", async () => {
    gradeAgain(6);
    const { caller, db, evaluationId } = open;
    db.delete(evaluationVerdicts).where(eq(evaluationVerdicts.graderVersion, EVALUATION_GRADER)).run();
    const { answers } = await caller.item({ evaluationId, problemId: idAt(6) });
    expect(answers[0]).toMatchObject({ right: null, verdicts: [{ graderVersion: "other" }] });
  });

  it("is not there where the evaluation took other problems", async () => {
    const { caller, evaluationId } = open;
    await expect(caller.item({ evaluationId, problemId: "problem_none" })).rejects.toThrow("no such item");
    await expect(caller.item({ evaluationId: "evaluation_none", problemId: idAt(0) })).rejects.toThrow(
      "There is no evaluation",
    );
  });
});

describe("a model call", () => {
  it("has what was sent, as the model read it, and what the grader said", async () => {
    const { caller, db, evaluationId } = open;
    db.update(evaluations).set({ renderedPrompt: "<|user|>{problem}<|assistant|>" }).run();
    const { answers } = await caller.item({ evaluationId, problemId: idAt(3) });
    const sampled = answers.find(({ pass }) => pass === "sampled");
    const found = await caller.modelCall({ evaluationId, callId: sampled?.callId ?? "" });
    expect(found.renderedPrompt).toBe(`<|user|>${found.problem.statement}<|assistant|>`);
    expect(found.messages.some(({ content }) => content.includes(found.problem.statement))).toBe(true);
    expect(found.verdicts.map(({ right }) => right)).toEqual([true, true, true, false]);
    expect(found.call.samples).toHaveLength(4);
    await expect(caller.modelCall({ evaluationId, callId: "call_none" })).rejects.toThrow(
      "no such model call",
    );
  });

  it("that failed is told by its cause", async () => {
    const { caller, db, evaluationId } = open;
    const failed = [1, 2, 3].map((position) => {
      const message = `The prompt has ${String(1000 + position)} tokens.`;
      db.update(evaluationCalls)
        .set({ status: "failed", errorKind: "context-too-long", errorMessage: message, samples: [] })
        .where(sql`problem_id = ${idAt(position)} and pass = 'greedy'`)
        .run();
      return message;
    });
    const [group, ...others] = await caller.failures({ evaluationId });
    expect(others).toEqual([]);
    expect(group).toMatchObject({ kind: "context-too-long", count: 3, pattern: "The prompt has N tokens." });
    expect(group?.examples.map(({ message }) => message).toSorted()).toEqual(failed);
  });
});

describe("a problem of a benchmark", () => {
  it("tells how each evaluation that took it came out, the newest first", async () => {
    const { caller, db, benchmarkId, evaluationId } = open;
    insertModel(db, { id: "model_b", name: "B" });
    const later = insertEvaluated(db, {
      modelId: "model_b",
      benchmarkId,
      createdAt: 1,
      right: () => false,
    });
    const rows = await caller.ofProblem({ problemId: idAt(1) });
    expect(rows.map((row) => [row.evaluationId, row.model.name, row.passes.greedy?.right])).toEqual([
      [later, "B", 0],
      [evaluationId, "A", 1],
    ]);
    expect(rows[0]?.passes.sampled).toBeNull();
    expect(rows[1]?.passes.sampled).toMatchObject({ right: 1, expected: 4 });
  });
});

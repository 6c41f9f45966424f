import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { answerRulings, evaluationVerdicts, problems, problemSets } from "@/db/schema";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";
import { rulesOf } from "@/server/problems/grading/rules";
import { insertBenchmark, insertModel } from "../testing/insert-benchmark";
import { insertEvaluated } from "../testing/insert-evaluation";
import { evaluateOnce, openEvaluations, scriptedOver } from "../testing/open-evaluations";
import { readGradedItems, readItemAnswers } from "./item-answers.repo";
import { scoreEvaluation } from "./score-evaluation";
import { shownScore } from "./to-evaluation-view";

const graded = (db: Db, evaluationId: string) =>
  readGradedItems(db, { evaluationId, graderVersion: EVALUATION_GRADER });

describe("graded answers", () => {
  it("come in the order of items and samples, as the calls have them", async () => {
    const { db, launch } = openEvaluations(4);
    const id = await launch({ sampled: { samples: 12, temperature: 1, topP: 1 } });
    await evaluateOnce(db, { engine: scriptedOver(db) });
    const items = readItemAnswers(db, { evaluationId: id, graderVersion: EVALUATION_GRADER });
    const order = db.select({ id: problems.id }).from(problems).orderBy(problems.position).all();
    expect(items.map(({ problemId }) => problemId)).toEqual(order.map(({ id: problemId }) => problemId));
    for (const item of items) {
      expect(item.failed).toBe(false);
      expect(item.greedy).toHaveLength(1);
      expect(item.sampled).toHaveLength(12);
      expect(item.sampled?.every(({ tokens }) => tokens > 0)).toBe(true);
    }
  });

  it("count as people ruled, until the ruling is taken back", () => {
    const { db } = openEvaluations(1);
    const benchmarkId = insertBenchmark(db, { name: "Ruled", items: 3 });
    const modelId = insertModel(db, { id: "model_ruled", name: "Ruled" });
    const id = insertEvaluated(db, { modelId, benchmarkId, right: (item) => item !== 1 });
    const wrong = graded(db, id).items[1];
    const problemId = wrong?.problemId ?? "";
    const rule = (at: number, correct: boolean | null) =>
      db
        .insert(answerRulings)
        .values({
          id: `ruling_${String(at)}`,
          problemId,
          answer: wrong?.greedy?.[0]?.extracted ?? "",
          correct,
          reason: "The reference is another form.",
          actorId: "user_1",
          at,
        })
        .run();
    const right = () => graded(db, id).items.map(({ greedy }) => greedy?.[0]?.correct);
    expect([right(), graded(db, id).settled]).toEqual([[true, false, true], 0]);
    rule(1, true);
    expect([right(), graded(db, id).settled]).toEqual([[true, true, true], 1]);
    const score = scoreEvaluation(db, id, { graderVersion: EVALUATION_GRADER, now: 5 });
    expect(score).toMatchObject({ items: 3, settled: 1, greedy: { correct: 3 } });
    rule(2, null);
    expect([right(), graded(db, id).settled]).toEqual([[true, false, true], 0]);
  });

  it("leave out what has a bad reference, and what the grader has not seen", () => {
    const { db } = openEvaluations(1);
    const source = "olympiadbench.jsonl";
    const bad = rulesOf(source).references.find(({ corrected }) => corrected === null);
    const benchmarkId = insertBenchmark(db, { name: "Bad", items: 4, source });
    const modelId = insertModel(db, { id: "model_bad", name: "Bad" });
    const [first, second] = db
      .select()
      .from(problems)
      .where(eq(problems.setId, benchmarkId))
      .orderBy(problems.position)
      .all();
    db.update(problems)
      .set({ externalId: bad?.externalId ?? "" })
      .where(eq(problems.id, first?.id ?? ""))
      .run();
    const id = insertEvaluated(db, { modelId, benchmarkId, right: () => true });
    expect(bad).toBeDefined();
    expect(graded(db, id)).toMatchObject({ leftOut: 1, settled: 0 });
    expect(graded(db, id).items).toHaveLength(3);
    db.delete(evaluationVerdicts)
      .where(eq(evaluationVerdicts.problemId, second?.id ?? ""))
      .run();
    expect(graded(db, id).items).toHaveLength(2);
    db.update(problemSets).set({ source: "own.jsonl" }).where(eq(problemSets.id, benchmarkId)).run();
    expect(graded(db, id)).toMatchObject({ leftOut: 0 });
  });

  it("are none of an evaluation that is not there", () => {
    const { db } = openEvaluations(1);
    expect(graded(db, "evaluation_none")).toEqual({ items: [], leftOut: 0, settled: 0 });
    expect(scoreEvaluation(db, "evaluation_none", { graderVersion: "1", now: 0 })).toBeNull();
  });
});

const row = (graderVersion: string, computedAt: number) => ({ graderVersion, computedAt });

describe("the numbers that are shown", () => {
  it.each([
    { rows: [], shown: undefined },
    { rows: [row("0", 1)], shown: "0" },
    { rows: [row("0", 9), row(EVALUATION_GRADER, 1), row("2", 5)], shown: EVALUATION_GRADER },
    { rows: [row("0", 3), row("2", 5)], shown: "2" },
  ])("are those of the grader in force, else the newest: $shown", ({ rows, shown }) => {
    expect(shownScore(rows)?.graderVersion).toBe(shown);
  });
});

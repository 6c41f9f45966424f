import { eq } from "drizzle-orm";
import { answerRulings, evaluationScores, evaluationVerdicts } from "@/db/schema";
import { insertBenchmark } from "@/server/evaluations/testing/insert-benchmark";
import { insertEvaluated } from "@/server/evaluations/testing/insert-evaluation";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";
import { expect, test } from "./fixtures/app";
import { MODELS } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

const OLD = "0.9.0+rules.1";

test("a newer grader judges anew, and a person settles by keys where it differs", async ({ app, page }) => {
  const benchmarkId = insertBenchmark(app.db, { name: "Sums judged twice", items: 6 });
  const evaluationId = insertEvaluated(app.db, {
    modelId: MODELS.policy.id,
    benchmarkId,
    graderVersion: OLD,
    right: (item) => item > 1,
  });
  // An older grader that called everything right.
  app.db
    .update(evaluationVerdicts)
    .set({ verdict: "correct" })
    .where(eq(evaluationVerdicts.evaluationId, evaluationId))
    .run();
  const score = () =>
    app.db
      .select()
      .from(evaluationScores)
      .where(eq(evaluationScores.evaluationId, evaluationId))
      .all()
      .find(({ graderVersion }) => graderVersion === EVALUATION_GRADER)?.score;

  await visit(page, `/evaluations/graders?benchmark=${benchmarkId}`);
  await page.getByRole("button", { name: /^Grade (it|them) anew$/ }).click();
  await expect.poll(() => score()?.greedy?.correct, { timeout: 20_000 }).toBe(4);
  // Only a page that answers hears the keys.
  await visit(page, `/evaluations/graders?benchmark=${benchmarkId}`);
  await expect(page.getByRole("button", { name: /sum-0 .*to settle/ })).toBeVisible();

  await page.keyboard.press("j");
  await expect(page.getByRole("list", { name: "What the graders said" })).toContainText(
    "Their exact values differ.",
  );
  await page.keyboard.press("r");
  await expect(page.getByRole("textbox", { name: "Why it is right" })).toBeFocused();
  await page.keyboard.type("The tens were carried.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /sum-0 .*to settle/ })).toBeHidden();
  await expect.poll(() => score()?.settled, { timeout: 20_000 }).toBe(1);
  expect(score()?.greedy?.correct).toBe(5);
  expect(app.db.select().from(answerRulings).all()).toMatchObject([
    { correct: true, reason: "The tens were carried." },
  ]);

  const file = await page.request.get(`/api/exports/evaluations/${evaluationId}`);
  expect(JSON.parse((await file.text()).split("\n")[0] ?? "")).toMatchObject({
    grader: EVALUATION_GRADER,
    score: { settled: 1, greedy: { correct: 5 } },
  });
});

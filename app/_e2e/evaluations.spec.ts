import { desc, eq } from "drizzle-orm";
import { evaluations, evaluationScores } from "@/db/schema";
import { insertBenchmark } from "@/server/evaluations/testing/insert-benchmark";
import { expect, test } from "./fixtures/app";
import { MODELS } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

test("from the launch form to an answer and its model call", async ({ app, page }) => {
  const benchmark = { name: "Sums from form to call", items: 20 };
  const benchmarkId = insertBenchmark(app.db, benchmark);
  // Where there is one benchmark only, it is chosen already.
  insertBenchmark(app.db, { name: "Sums that nobody chooses", items: 5 });

  await visit(page, "/evaluations/new");
  await page.getByRole("button", { name: "Start evaluating" }).click();
  await expect(page.getByText("To be mended: models, benchmarks.")).toBeVisible();
  await page.getByRole("checkbox", { name: MODELS.slow.name }).click();
  await page.getByRole("checkbox", { name: benchmark.name }).click();
  await page.getByRole("textbox", { name: "Problems of each" }).fill("12");
  await page.getByRole("switch", { name: "Sampled pass" }).click();
  await page.getByRole("textbox", { name: "k, answers of each problem" }).fill("2");
  await page.getByRole("textbox", { name: "k, answers of each problem" }).press("Tab");
  // What a person changes is no longer the preset's.
  await expect(page.getByRole("radio", { name: "Custom" })).toBeChecked();
  await expect(page.getByText("12 of 20, seed 0; greedy, and 2 sampled at T 0.7, top-p 0.95")).toBeVisible();
  await expect(page.getByText("1 evaluation, 36 answers")).toBeVisible();
  await page.getByRole("button", { name: "Start evaluating" }).click();
  await page.waitForURL(/\/evaluations\/evaluation_\w+$/);

  const row = app.db
    .select()
    .from(evaluations)
    .where(eq(evaluations.problemSetId, benchmarkId))
    .orderBy(desc(evaluations.createdAt))
    .get();
  expect(row).toMatchObject({ modelId: MODELS.slow.id, itemCount: 12, subsetSeed: 0, preset: "custom" });
  expect(row?.protocol).toMatchObject({ greedy: true, sampled: { samples: 2 } });

  // Only the live connection can move this page: a reload would forget the mark.
  await page.evaluate(() => {
    document.body.dataset["mark"] = "not reloaded";
  });
  await expect(page.getByRole("heading", { name: "Numbers" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("finished", { exact: true })).toBeVisible();
  await expect(page.locator("body")).toHaveAttribute("data-mark", "not reloaded");
  const scored = app.db
    .select()
    .from(evaluationScores)
    .where(eq(evaluationScores.evaluationId, row?.id ?? ""))
    .get();
  const right = scored?.score.greedy?.correct ?? Number.NaN;
  await expect(page.getByText(`${String(right)} of 12 right`)).toBeVisible();
  await expect(page.getByText("12 of 20, seed 0").first()).toBeVisible();

  await page.getByRole("combobox", { name: "Answers" }).selectOption({ label: "greedy" });
  await page.getByRole("combobox", { name: "Outcome" }).selectOption({
    label: `wrong: no answer right (${String(12 - right)})`,
  });
  await expect(page.getByText(`${String(12 - right)} items`)).toBeVisible();
  await page.getByRole("table", { name: "Items" }).getByRole("link").first().click();
  await page.waitForURL(/\/items\/problem_\w+\?.*outcome=wrong/);
  await expect(page.getByText(`1 of ${String(12 - right)} that the filter lets through`)).toBeVisible();
  await page.keyboard.press("]");
  await expect(page.getByText(`2 of ${String(12 - right)} that the filter lets through`)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sampled answers" })).toBeVisible();

  await page.getByRole("link", { name: "The model call" }).first().click();
  await page.waitForURL(/\/calls\/\w+#sample-0$/);
  await expect(page.getByRole("heading", { level: 1, name: "Model call: greedy pass" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sample 1" })).toBeVisible();
});

test("a removed or mistyped evaluation says so and leads back", async ({ page }) => {
  await visit(page, "/evaluations/evaluation_none");
  await expect(page.getByRole("heading", { level: 1, name: "There is no such evaluation" })).toBeVisible();
  await page.getByRole("link", { name: "See the evaluations" }).click();
  await page.waitForURL(/\/evaluations$/);
});

import { getRun } from "@/server/runs/runs.service";
import { expect, test } from "./fixtures/app";
import { expectConsistent } from "./fixtures/ledger";
import { expectCalls, expectStatus, launch } from "./fixtures/runs";
import { MODELS } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

test("a run pauses, goes on and is cancelled at a person's word", async ({ app, page }) => {
  const run = launch(app, { name: "Steered", policyModelId: MODELS.slow.id, problemCount: 20 });
  await visit(page, `/runs/${run.id}`);
  await expectCalls(app, run.id, 1);

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("paused", { exact: true })).toBeVisible();
  await expectStatus(app, run.id, "paused");
  await expect(page.getByRole("button", { name: "Pause" })).toBeHidden();
  const paused = getRun(app.db, run.id).callCount;

  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("running", { exact: true })).toBeVisible();
  await expectCalls(app, run.id, paused + 1);

  await page.getByRole("button", { name: "Cancel" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Cancel this run?" });
  await dialog.getByRole("button", { name: "Keep it as it is" }).click();
  await expect(dialog).toBeHidden();
  expect(getRun(app.db, run.id).status).toBe("running");

  await page.getByRole("button", { name: "Cancel" }).click();
  await dialog.getByRole("button", { name: "Cancel the run" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("cancelled", { exact: true })).toBeVisible();
  await expectStatus(app, run.id, "cancelled");
  const cancelled = getRun(app.db, run.id);
  expect(cancelled.endedAt).not.toBeNull();
  expect(cancelled.problemsFailed).toBe(0);
  expectConsistent(app, run.id);
  for (const action of ["Pause", "Resume", "Cancel"])
    await expect(page.getByRole("button", { name: action, exact: true })).toBeHidden();
});

test("a run whose token budget is spent pauses and goes on with a larger one", async ({ app, page }) => {
  const run = launch(app, { name: "On a budget", tokenBudget: 1_000 });
  await visit(page, `/runs/${run.id}`);
  await expect(
    page.getByText("The token budget of 1000 is spent. Resume with a larger budget to go on."),
  ).toBeVisible();
  await expectStatus(app, run.id, "paused");
  const { generatedTokens } = getRun(app.db, run.id);
  expect(generatedTokens).toBeGreaterThanOrEqual(1_000);

  await page.getByRole("button", { name: "Resume" }).click();
  const dialog = page.getByRole("dialog", { name: "Resume with a larger budget" });
  const budget = dialog.getByLabel("Token budget");
  await budget.fill("10");
  await expect(budget).toHaveAccessibleDescription(/Give more than/);
  await expect(dialog.getByRole("button", { name: "Resume" })).toBeDisabled();
  await budget.fill("9000000");
  await dialog.getByRole("button", { name: "Resume" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("finished", { exact: true })).toBeVisible();
  await expectStatus(app, run.id, "finished");
  const finished = getRun(app.db, run.id);
  expect(finished.launch.tokenBudget).toBe(9_000_000);
  expect(finished.generatedTokens).toBeGreaterThan(generatedTokens);
  expectConsistent(app, run.id);
});

import { eq, sql } from "drizzle-orm";
import { runProblems, runs } from "@/db/schema";
import { getRun } from "@/server/runs/runs.service";
import { expect, test } from "./fixtures/app";
import { expectConsistent } from "./fixtures/ledger";
import { expectCalls, expectStatus, finishedRun, launch } from "./fixtures/runs";
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

test("limits change while the run works", async ({ app, page }) => {
  const run = launch(app, { name: "Adjusted", policyModelId: MODELS.slow.id, problemCount: 20 });
  await visit(page, `/runs/${run.id}`);
  await expectCalls(app, run.id, 1);
  await page.getByRole("button", { name: "Change limits" }).click();
  const dialog = page.getByRole("dialog", { name: "Change limits and turn" });
  await expect(dialog.getByRole("button", { name: "Change", exact: true })).toBeDisabled();
  await dialog.getByLabel("Token budget").fill("1");
  await dialog.getByRole("button", { name: "Change", exact: true }).click();
  await expect(dialog.getByLabel("Token budget")).toHaveAccessibleDescription(/already generated/);
  await dialog.getByLabel("Token budget").fill("5000000");
  await dialog.getByLabel("Samples at once").fill("2");
  await dialog.getByLabel("Priority").fill("3");
  await dialog.getByRole("button", { name: "Change", exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(getRun(app.db, run.id)).toMatchObject({
    priority: 3,
    launch: { tokenBudget: 5_000_000, maxInFlight: 2, priority: 3, timeBudgetMinutes: null },
  });
  await expect(page.getByText("of 5,000,000")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Cancel the run" }).click();
  await expectStatus(app, run.id, "cancelled");
});

test("failed problems are tried again, and a run that is over is removed", async ({ app, page }) => {
  const run = await finishedRun(app, { name: "Failed once", problemCount: 3 });
  const failed = app.db.select().from(runProblems).where(eq(runProblems.runId, run.id)).get();
  app.db
    .update(runProblems)
    .set({ status: "failed", error: "The engine went away." })
    .where(sql`${runProblems.runId} = ${run.id} and ${runProblems.problemId} = ${failed?.problemId ?? ""}`)
    .run();
  app.db.update(runs).set({ problemsDone: 2, problemsFailed: 1 }).where(eq(runs.id, run.id)).run();

  await visit(page, `/runs/${run.id}?tab=errors`);
  const errors = page.getByRole("list", { name: "Errors by cause" });
  await expect(errors.getByRole("listitem")).toContainText(["The engine went away."]);
  await expect(errors.getByRole("link", { name: /^problem/ })).toBeVisible();
  await page.getByRole("button", { name: "Retry 1 failed problem" }).first().click();
  await expect.poll(() => getRun(app.db, run.id)).toMatchObject({ status: "finished", problemsFailed: 0 });
  await expect(page.getByText("finished", { exact: true })).toBeVisible();
  await expect(page.getByText("No failed calls")).toBeVisible();
  expectConsistent(app, run.id);

  await page.getByRole("button", { name: "Remove" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Remove this run?" });
  await expect(dialog).toContainText(/\d+ model calls go with it/);
  await dialog.getByRole("button", { name: "Remove the run" }).click();
  await page.waitForURL(/\/runs$/);
  expect(app.db.select().from(runs).where(eq(runs.id, run.id)).get()).toBeUndefined();
});

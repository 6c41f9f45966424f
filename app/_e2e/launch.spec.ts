import fs from "node:fs/promises";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { pairs, runs } from "@/db/schema";
import { getRun } from "@/server/runs/runs.service";
import { expect, test } from "./fixtures/app";
import { expectConsistent } from "./fixtures/ledger";
import { expectStatus } from "./fixtures/runs";
import { MODELS, STARTER } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

const trainerLine = z.strictObject({
  prompt: z.string().min(1),
  chosen: z.string().min(1),
  rejected: z.string().min(1),
});

test("from the launch form to a file that the trainer takes", async ({ app, page }) => {
  const name = "From form to file";
  await visit(page, "/runs/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("combobox", { name: "Policy" }).selectOption({ label: MODELS.slow.name });
  await page.getByRole("combobox", { name: "Small model" }).selectOption({ label: MODELS.small.name });
  await page
    .getByRole("combobox", { name: "Problem set" })
    .selectOption({ label: `${STARTER.name} (${STARTER.count} problems)` });
  await page.getByRole("textbox", { name: "Problems" }).fill("6");
  await page.getByRole("button", { name: "Start the run" }).click();
  await page.waitForURL(/\/runs\/run_\w+$/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const row = app.db.select().from(runs).where(eq(runs.name, name)).get();
  const runId = row?.id ?? "";
  expect(page.url()).toContain(runId);
  expect(row).toMatchObject({
    policyModelId: MODELS.slow.id,
    smallModelId: MODELS.small.id,
    problemCount: 6,
  });
  expect(row?.launch).toMatchObject({ problemSetId: row?.problemSetId, config: { rootSamples: 4 } });

  // Only the live connection can move this page: a reload would forget the mark.
  await page.evaluate(() => {
    document.body.dataset["mark"] = "not reloaded";
  });
  const progress = page.getByRole("progressbar", { name: "Problems" });
  await expect(page.getByText("running", { exact: true })).toBeVisible();
  await expect(progress).toHaveAttribute("aria-valuenow", /^[1-5]$/, { timeout: 30_000 });
  await expect(page.getByText("finished", { exact: true })).toBeVisible({ timeout: 45_000 });
  await expect(progress).toHaveAttribute("aria-valuenow", "6");
  await expect(page.locator("body")).toHaveAttribute("data-mark", "not reloaded");
  await expectStatus(app, runId, "finished");
  expectConsistent(app, runId);

  const { pairCount } = getRun(app.db, runId);
  expect(pairCount).toBeGreaterThan(0);
  const stored = app.db.select().from(pairs).where(eq(pairs.runId, runId)).all();

  await page.getByRole("table", { name: "Problems of the run" }).getByRole("link").first().click();
  await page.waitForURL(/\/problems\/prb_\w+$/);
  for (const part of ["Search tree", "Chains", "Corrections", "Preference pairs", "Model calls"])
    await expect(page.getByRole("heading", { level: 2, name: part })).toBeVisible();
  await page.getByRole("table", { name: "Model calls" }).getByRole("link", { name: "solve" }).first().click();
  await page.waitForURL(/\/calls\/call_\w+$/);
  await expect(page.getByRole("region", { name: "User message" })).toContainText("Solve step by step");
  await expect(page.getByRole("region", { name: "Text of sample 1" })).toContainText("Step 1:");

  await page.getByRole("link", { name }).click();
  await page.getByRole("link", { name: `Read ${pairCount} pair` }).click();
  await page.waitForURL(/\/pairs$/);
  await expect(page.getByRole("heading", { level: 2, name: /^Pair \d+$/ })).toHaveCount(
    Math.min(pairCount, 20),
  );
  const first = page.getByRole("article").first();
  await expect(first).toContainText("chosen");
  await expect(first).toContainText("rejected");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "TRL file" }).click(),
  ]);
  const text = await fs.readFile(await download.path(), "utf8");
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => trainerLine.parse(JSON.parse(line)));
  const whole = stored.filter(({ rejectedTruncated }) => !rejectedTruncated);
  expect(lines).toHaveLength(whole.length);
  expect(new Set(lines.map(({ chosen, rejected }) => `${chosen}/${rejected}`))).toEqual(
    new Set(whole.map(({ chosen, rejected }) => `${chosen}/${rejected}`)),
  );
});

test("a value that the schema refuses stands at its field, and nothing is launched", async ({
  app,
  page,
}) => {
  const before = app.db.$count(runs);
  await visit(page, "/runs/new");
  await page.getByRole("textbox", { name: "Name" }).fill("");
  await page.getByRole("button", { name: "Start the run" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveAccessibleDescription(
    /Give the run a name/,
  );
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveAttribute("aria-invalid", "true");
  expect(await app.db.$count(runs)).toBe(await before);
});

test("the form shows what the chosen kind of run reads, and keeps the rest", async ({ page }) => {
  await visit(page, "/runs/new");
  await page.getByRole("combobox", { name: "Small model" }).selectOption({ label: MODELS.small.name });
  await page.getByRole("radio", { name: "Tree search (uct)" }).check();
  await page.getByRole("radio", { name: "Baseline: pairs of plain samples" }).check();
  await expect(page.getByRole("combobox", { name: "Small model" })).toBeHidden();
  await expect(page.getByRole("group", { name: "Steps are valued by" })).toBeHidden();
  await page.getByRole("radio", { name: "SPHERE" }).check();
  await expect(page.getByRole("combobox", { name: "Small model" })).toHaveValue(MODELS.small.id);
  await expect(page.getByRole("radio", { name: "Tree search (uct)" })).toBeChecked();
});

test("a process reward model proposes its search, and is asked for where there is none", async ({
  app,
  page,
}) => {
  const before = await app.db.$count(runs);
  await visit(page, "/runs/new");
  await page.getByRole("radio", { name: "Process reward model" }).check();
  await expect(page.getByRole("radio", { name: "Two paths (two-path)" })).toBeChecked();
  await page.getByRole("button", { name: "Start the run" }).click();
  await expect(page.getByRole("combobox", { name: "Scorer model" })).toHaveAccessibleDescription(
    /Choose the process reward model/,
  );
  await page.getByRole("radio", { name: "Rollouts, soft" }).check();
  await expect(page.getByRole("radio", { name: "Rollouts first (omega)" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "Scorer model" })).toBeHidden();
  expect(await app.db.$count(runs)).toBe(before);
});

test("the form foretells what the run takes", async ({ page }) => {
  await visit(page, "/runs/new");
  const estimate = page.getByText(/^About [\d,]+ tokens/);
  await expect(estimate).toBeVisible();
  const before = await estimate.textContent();
  await page.getByRole("textbox", { name: "Problems" }).fill("1");
  await expect(estimate).not.toHaveText(before ?? "");
  await page.getByRole("textbox", { name: "Token budget" }).fill("100");
  await expect(page.getByText(/then the token budget is spent$/)).toBeVisible();
});

test("one problem is tried, and the form is as it was", async ({ app, page }) => {
  await visit(page, "/runs/new");
  await page.getByRole("textbox", { name: "Name" }).fill("To be tried first");
  await page.getByRole("combobox", { name: "Policy" }).selectOption({ label: MODELS.policy.name });
  await page.getByRole("textbox", { name: "Seed" }).fill("3");
  await page.getByRole("button", { name: "Try one problem" }).click();
  const tried = page.getByRole("region", { name: "One problem, tried" });
  await expect(tried.getByText("finished", { exact: true })).toBeVisible();
  await expect(tried.getByRole("heading", { name: "Search tree" })).toBeVisible();
  await expect(tried.getByRole("heading", { name: "Chains" })).toBeVisible();
  const row = app.db.select().from(runs).where(eq(runs.name, "Dry run of To be tried first")).get();
  expect(row).toMatchObject({ problemCount: 1, launch: { dryRun: true, seed: 3 } });

  await page.reload();
  await expect(tried.getByText("finished", { exact: true })).toBeVisible();
  await tried.getByRole("button", { name: "Back to the form" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("To be tried first");
  await expect(page.getByRole("textbox", { name: "Seed" })).toHaveValue("3");
  await expect(page.getByRole("combobox", { name: "Policy" })).toHaveValue(MODELS.policy.id);
});

test("a run is done again with its problems, as a clone and as a baseline", async ({ app, page, places }) => {
  await visit(page, `/runs/${places.runId}`);
  await page.getByRole("link", { name: "Pairs of plain samples" }).click();
  await page.waitForURL(/baselineOf=/);
  await expect(page.getByRole("radio", { name: "Baseline: pairs of plain samples" })).toBeChecked();
  await expect(page.getByRole("switch", { name: /^The same problems as/ })).toBeChecked();
  await page.getByRole("button", { name: "Start the run" }).click();
  await page.waitForURL(/\/runs\/run_\w+$/);
  const row = app.db.select().from(runs).where(eq(runs.clonedFromId, places.runId)).get();
  expect(row).toMatchObject({ kind: "iid-pairs", problemCount: 8 });
  expect(row?.launch.tokenBudget).toBe(getRun(app.db, places.runId).generatedTokens);
});

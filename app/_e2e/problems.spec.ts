import { and, count, eq, like } from "drizzle-orm";
import { problems, problemSets } from "@/db/schema";
import { expect, test } from "./fixtures/app";
import { setNamed } from "./fixtures/runs";
import { STARTER } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

const line = (value: unknown): string => JSON.stringify(value);
const SQUARE = { id: "square", problem: "What is $x^2$ when $x = 3$?", answer: "9" };
const MONEY = {
  id: "house",
  problem:
    "Josh buys a house for $80,000 and puts in $50,000 in repairs. It sells for $200,000. What is his profit in dollars?",
  answer: "70000",
};
const FILE = [
  line(SQUARE),
  "id,problem,answer",
  line([1, 2]),
  line({ id: "no-answer", problem: "How many?" }),
  line({ id: "cut-off", problem: "How much?", answer: "\\frac{1}{" }),
  line(MONEY),
].join("\n");

test("a starter set is made here, and making it again adds nothing", async ({ app, page }) => {
  await visit(page, "/problems");
  await page.getByRole("tab", { name: "Starter set" }).click();
  await page.getByRole("textbox", { name: "Seed" }).fill("77");
  await page.getByRole("textbox", { name: "Problems" }).fill("25");
  const report = page.getByRole("status").filter({ hasText: "Starter, seed 77" });
  await page.getByRole("button", { name: "Make the set" }).click();
  await expect(report).toContainText("25 problems added, 0 already there");
  await expect(
    page.getByRole("table", { name: "Problem sets" }).getByRole("row", { name: "Starter, seed 77" }),
  ).toContainText("25");
  const set = setNamed(app, "Starter, seed 77");
  expect(set).toMatchObject({ kind: "starter", status: "ready", problemCount: 25, faultCount: 0 });

  await page.getByRole("button", { name: "Make the set" }).click();
  await expect(report).toContainText("0 problems added, 25 already there");
  expect(setNamed(app, "Starter, seed 77").problemCount).toBe(25);
});

test("an upload keeps the good lines, names the bad ones, and imports nothing twice", async ({
  app,
  page,
}) => {
  await visit(page, "/problems?from=upload");
  const upload = async (): Promise<void> => {
    await page
      .getByLabel("File")
      .setInputFiles({ name: "mine.jsonl", mimeType: "application/x-ndjson", buffer: Buffer.from(FILE) });
    await page.getByRole("combobox", { name: "What the problems are for" }).selectOption("training");
    await page.getByRole("textbox", { name: "Name of the set" }).fill("Mine");
    await page.getByRole("button", { name: "Upload and import" }).click();
  };
  const report = page.getByRole("status").filter({ hasText: "added" });
  await upload();
  await expect(report).toContainText("2 problems added, 0 already there");
  await expect(page.getByRole("button", { name: "Upload and import" })).toBeDisabled();
  await upload();
  await expect(report).toContainText("0 problems added, 2 already there");
  const set = setNamed(app, "Mine");
  expect(set).toMatchObject({ kind: "training", problemCount: 2, duplicateCount: 2, faultCount: 4 });

  await report.getByRole("link", { name: "4 lines refused" }).click();
  const faults = page.getByRole("table", { name: "Refused lines" });
  const reasons = [
    /^2.*not JSON/,
    /^3.*not an object/,
    /^4.*answer: is missing/,
    /^5.*braces do not balance/,
  ];
  await expect(faults.getByRole("row")).toHaveText([/Line/, ...reasons]);
  expect(set.faults.map((fault) => fault.line)).toEqual([2, 3, 4, 5]);
});

test("mathematics is drawn, money stays text", async ({ app, page }) => {
  await visit(page, "/problems?from=upload");
  await page.getByLabel("File").setInputFiles({
    name: "drawn.jsonl",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from([line(SQUARE), line(MONEY)].join("\n")),
  });
  await page.getByRole("combobox", { name: "What the problems are for" }).selectOption("training");
  await page.getByRole("button", { name: "Upload and import" }).click();
  await page.getByRole("link", { name: "drawn", exact: true }).first().click();
  await page.getByRole("link", { name: SQUARE.id }).click();
  await expect(page.getByRole("heading", { level: 1, name: SQUARE.id })).toBeVisible();
  await expect(page.locator(".katex").filter({ hasText: "x^2" })).toHaveCount(1);
  await page.getByRole("button", { name: "Raw text" }).click();
  await expect(page.getByRole("region", { name: "Statement" })).toHaveText(SQUARE.problem);
  await expect(page).toHaveURL(/raw=true/);
  await page.getByRole("button", { name: "Draw the maths" }).click();

  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("heading", { level: 1, name: MONEY.id })).toBeVisible();
  await expect(page.getByText(MONEY.problem)).toBeVisible();
  await expect(page.locator(".katex")).toHaveCount(0);
  const stored = app.db
    .select()
    .from(problems)
    .where(eq(problems.setId, setNamed(app, "drawn").id))
    .all();
  expect(stored.map(({ statement }) => statement)).toEqual([SQUARE.problem, MONEY.problem]);
});

test("a path that leads nowhere is named with its field and the fix", async ({ app, page }) => {
  await visit(page, "/problems?from=path");
  await page.getByRole("textbox", { name: "Path" }).fill("/no/such/file.jsonl");
  await page.getByRole("combobox", { name: "What the problems are for" }).selectOption("training");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const alert = page.getByRole("alert").filter({ hasText: "There is no file at /no/such/file.jsonl." });
  await expect(alert).toContainText("path:");
  await expect(alert).toContainText("Check the spelling");
  await expect(
    page.getByRole("table", { name: "Problem sets" }).getByRole("link", { name: "file" }),
  ).toBeHidden();
  expect(await app.db.$count(problemSets, eq(problemSets.name, "file"))).toBe(0);
});

test("the filters of a set are in the address and outlive a reload", async ({ app, page }) => {
  const set = setNamed(app, STARTER.name);
  const level = "2";
  const [found] = app.db
    .select({ n: count() })
    .from(problems)
    .where(and(eq(problems.setId, set.id), eq(problems.level, level), like(problems.statement, "%each%")))
    .all();
  const words = new RegExp(`^${found?.n ?? 0} problems?$`);
  expect(found?.n).toBeGreaterThan(0);
  expect(found?.n).toBeLessThan(STARTER.count);
  await visit(page, `/problems/${set.id}`);
  await expect(page.getByText(`${STARTER.count} problems`, { exact: true }).last()).toBeVisible();
  await page.getByRole("searchbox", { name: "Text" }).fill("each");
  await page.getByRole("combobox", { name: "Level" }).selectOption(level);
  await expect(page.getByText(words)).toBeVisible();
  await expect(page).toHaveURL(/[?&]q=each/);
  await expect(page).toHaveURL(/[?&]level=2/);
  await page.reload();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Text" })).toHaveValue("each");
});

import fs from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { models } from "@/db/schema";
import { startHttpDouble } from "@/server/models/scripted/http-double";
import { startPrmDouble } from "@/server/models/scripted/prm-double";
import { expect, test } from "./fixtures/app";
import { finishedRun } from "./fixtures/runs";
import { MODELS } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

test("a file that is no model, or is not there, is refused at its field", async ({ app, page }) => {
  const text = path.join(app.home, "letter.gguf");
  fs.writeFileSync(text, "Dear reader, this is a letter.");
  await visit(page, "/models");
  await page.getByRole("button", { name: "Add a GGUF file" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a GGUF file" });
  const field = dialog.getByRole("textbox", { name: "Path" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("No model at all");

  await field.fill(text);
  await dialog.getByRole("button", { name: "Add the file" }).click();
  await expect(field).toHaveAccessibleDescription(/is not a GGUF file: it does not begin with GGUF/);
  await field.fill("/no/such/model.gguf");
  await dialog.getByRole("button", { name: "Add the file" }).click();
  await expect(field).toHaveAccessibleDescription(/There is no readable file at \/no\/such\/model\.gguf/);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  expect(await app.db.$count(models, eq(models.name, "No model at all"))).toBe(0);
});

test("a server is added, probed and tested; its key never comes back", async ({ app, page }) => {
  const key = "sk-a-secret-of-this-spec";
  const double = await startHttpDouble();
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => bodies.push(response.text().catch(() => "")));
  try {
    await visit(page, "/models");
    await page.getByRole("button", { name: "Add a server" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a server" });
    await dialog.getByRole("textbox", { name: "Address" }).fill("ftp://nowhere");
    await dialog.getByRole("textbox", { name: "Model on the server" }).fill("double");
    await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Double");
    await dialog.getByLabel("API key").fill(key);
    await dialog.getByRole("button", { name: "Add and test" }).click();
    await expect(dialog.getByRole("textbox", { name: "Address" })).toHaveAccessibleDescription(
      /not an http or https address/,
    );

    await dialog.getByRole("textbox", { name: "Address" }).fill(double.url);
    await dialog.getByRole("button", { name: "Add and test" }).click();
    await expect(dialog).toBeHidden();
    const item = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: "Double", exact: true }) });
    await expect(item.getByText("ready", { exact: true })).toBeVisible();
    await expect(item.getByText("with an API key")).toBeVisible();
    await item.getByText("What it can do").click();
    await expect(item.getByText("several in one request")).toBeVisible();
    await expect(
      item.getByText("continues a given start byte for byte (the server's own option)"),
    ).toBeVisible();
    await item.getByRole("button", { name: "Test Double" }).click();
    await expect(item.getByText("test passed")).toBeVisible();

    const row = app.db.select().from(models).where(eq(models.name, "Double")).get();
    expect(row).toMatchObject({ kind: "openai", status: "ready", apiKey: key, baseUrl: double.url });
    expect(row?.capabilities).toMatchObject({
      samplesPerRequest: true,
      prefixMode: "continue-final-message",
    });
    expect(double.seen.at(-1)?.headers.authorization).toBe(`Bearer ${key}`);
    await page.reload();
    await expect(item.getByText("with an API key")).toBeVisible();
    const seen = await Promise.all(bodies);
    expect(
      seen.filter((body) => body.includes("with an API key") || body.includes("hasApiKey")),
    ).not.toHaveLength(0);
    expect(seen.filter((body) => body.includes(key))).toEqual([]);

    await item.getByRole("button", { name: "Remove Double" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove the model" }).click();
    await expect(item).toHaveCount(0);
    expect(await app.db.$count(models, eq(models.name, "Double"))).toBe(0);
  } finally {
    await double.close();
  }
});

test("a process reward model is added, scores a worked example, and is changed", async ({ app, page }) => {
  const double = await startPrmDouble();
  const wrongly = await startPrmDouble({ pooler: "last" });
  try {
    await visit(page, "/models");
    await page.getByRole("button", { name: "Add a process reward model" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a process reward model" });
    await dialog.getByRole("textbox", { name: "Address" }).fill(wrongly.url);
    await dialog.getByRole("textbox", { name: "Model on the server" }).fill("double-prm");
    await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Step judge");
    await dialog.getByRole("button", { name: "Add and test" }).click();
    await expect(dialog).toBeHidden();
    const item = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: "Step judge", exact: true }) });
    await expect(item.getByText("unreachable", { exact: true })).toBeVisible();
    await expect(item.getByText(/gave one row of 2 numbers.*--pooler-config/)).toBeVisible();
    const id = app.db.select().from(models).where(eq(models.name, "Step judge")).get()?.id;

    await item.getByRole("button", { name: "Change Step judge" }).click();
    const change = page.getByRole("dialog", { name: "Change Step judge" });
    await expect(change.getByRole("textbox", { name: "Model on the server" })).toHaveValue("double-prm");
    await change.getByRole("textbox", { name: "Address" }).fill("http://me:word@host/v1");
    await change.getByRole("button", { name: "Save" }).click();
    await expect(change.getByRole("textbox", { name: "Address" })).toHaveAccessibleDescription(
      /must not hold a user name or a password/,
    );
    await change.getByRole("textbox", { name: "Address" }).fill(double.url);
    await change.getByRole("button", { name: "Save" }).click();
    await expect(change).toBeHidden();
    await expect(item.getByText("ready", { exact: true })).toBeVisible();
    await item.getByText("What it can do").click();
    await expect(item.getByText("a value from 0 to 1 for every step of a solution")).toBeVisible();

    await item.getByRole("button", { name: "Test Step judge" }).click();
    const table = item.getByRole("table", { name: "Values of the steps" });
    await expect(table.getByRole("row")).toHaveCount(4);
    await expect(item.getByText("It values the right step above the wrong ones.")).toBeVisible();
    const row = app.db.select().from(models).where(eq(models.name, "Step judge")).get();
    expect(row).toMatchObject({ id, kind: "prm", status: "ready", baseUrl: double.url });
    expect(row?.capabilities).toMatchObject({ stepScores: true });
    await item.getByRole("button", { name: "Remove Step judge" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove the model" }).click();
    await expect(item).toHaveCount(0);
  } finally {
    await double.close();
    await wrongly.close();
  }
});

test("an entry of several servers shows how each is", async ({ app, page }) => {
  const first = await startHttpDouble();
  const second = await startHttpDouble();
  try {
    await visit(page, "/models");
    await page.getByRole("button", { name: "Add a server" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a server" });
    await dialog.getByRole("textbox", { name: "Address" }).fill(first.url);
    await dialog.getByRole("button", { name: "Add a further server" }).click();
    await dialog.getByRole("textbox", { name: "Further server 1" }).fill(first.url);
    await dialog.getByRole("textbox", { name: "Model on the server" }).fill("double");
    await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Pair");
    await dialog.getByRole("button", { name: "Add and test" }).click();
    const further = dialog.getByRole("textbox", { name: "Further server 1" });
    await expect(further).toHaveAccessibleDescription(/is named twice/);
    await further.fill(second.url);
    await dialog.getByRole("button", { name: "Add and test" }).click();
    await expect(dialog).toBeHidden();
    const item = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: "Pair", exact: true }) });
    const servers = item.getByRole("list", { name: "Servers" }).getByRole("listitem");
    await expect(servers).toHaveCount(2);
    await expect(servers.getByText("ready", { exact: true })).toHaveCount(2);

    await second.close();
    await item.getByRole("button", { name: "Test Pair" }).click();
    await expect(servers.nth(1).getByText("unreachable", { exact: true })).toBeVisible();
    await expect(servers.nth(0).getByText("ready", { exact: true })).toBeVisible();
    await expect(item.getByText(/Asked whether 2 \+ 3 = 5 is right/)).toBeVisible();
    expect(app.db.select().from(models).where(eq(models.name, "Pair")).get()).toMatchObject({
      status: "ready",
      replicas: [second.url],
    });
    await item.getByRole("button", { name: "Remove Pair" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove the model" }).click();
    await expect(item).toHaveCount(0);
  } finally {
    await first.close();
  }
});

test("a model that a run names is not removed", async ({ app, page }) => {
  await finishedRun(app, { name: "Names its model", problemCount: 1 });
  await visit(page, "/models");
  await page.getByRole("button", { name: `Remove ${MODELS.policy.name}` }).click();
  const dialog = page.getByRole("alertdialog", { name: "Remove this model?" });
  await dialog.getByRole("button", { name: "Remove the model" }).click();
  await expect(dialog.getByRole("alert")).toContainText(/is used by (a run|\d+ runs)/);
  await expect(dialog.getByRole("alert")).toContainText("Keep the model");
  await dialog.getByRole("button", { name: "Keep it as it is" }).click();
  await expect(page.getByRole("heading", { name: MODELS.policy.name })).toBeVisible();
  expect(await app.db.$count(models, eq(models.id, MODELS.policy.id))).toBe(1);
});

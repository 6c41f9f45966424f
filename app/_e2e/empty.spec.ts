import { models, problemSets, runs } from "@/db/schema";
import { systemClock } from "@/server/foundation/clock";
import { expect } from "./fixtures/app";
import { testOn } from "./fixtures/own-app";
import { MODELS } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

const test = testOn(() => undefined);

test("an empty workbench offers at each place the step that is next", async ({ app, page }) => {
  await visit(page, "/runs");
  await expect(page.getByText("No runs yet")).toBeVisible();

  await visit(page, "/");
  await expect(page.getByRole("heading", { name: "First, a model" })).toBeVisible();
  await expect(page.getByText("No run yet")).toBeVisible();
  await page.getByRole("link", { name: "Choose a model" }).click();
  await expect(page).toHaveURL(/\/models$/);
  await expect(page.getByRole("button", { name: /^Download / })).toHaveCount(2);
  await expect(page.getByText("None added yet")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a GGUF file" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a server" })).toBeVisible();

  const { policy } = MODELS;
  app.db
    .insert(models)
    .values({ ...policy, kind: "scripted", status: "ready", createdAt: systemClock.now() })
    .run();
  await visit(page, "/");
  await expect(page.getByRole("heading", { name: "Next, problems to solve" })).toBeVisible();
  await page.getByRole("link", { name: "Import a file" }).click();
  await expect(page.getByText("No problem sets yet")).toBeVisible();
  await page.getByRole("button", { name: "Make a starter set" }).click();
  await expect(
    page.getByRole("table", { name: "Problem sets" }).getByRole("row", { name: "Starter, seed 1" }),
  ).toContainText("200");
  expect(await app.db.$count(problemSets)).toBe(1);

  await page.getByRole("link", { name: "Home", exact: true }).click();
  await expect(page.getByRole("heading", { name: "All is ready for the first run" })).toBeVisible();
  await page.getByRole("link", { name: "Start the first run" }).click();
  await expect(page).toHaveURL(/\/runs\/new\?preset=quick$/);
  await page.getByRole("button", { name: "Start the run" }).click();
  await expect(page.getByText("finished", { exact: true })).toBeVisible();
  expect(app.db.select().from(runs).all()).toMatchObject([
    { name: "Run 1", policyModelId: policy.id, problemCount: 12 },
  ]);
});

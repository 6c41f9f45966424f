import { eq } from "drizzle-orm";
import { expect, type Locator, type Page } from "@playwright/test";
import { runs } from "@/db/schema";
import { test } from "./fixtures/app";
import { expectStatus, finishedRun, setNamed } from "./fixtures/runs";
import { MODELS, STARTER } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

const MOST_STOPS = 80;

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${MOST_STOPS} tab stops did not lead there.`);
}

test("the first stop skips to the page", async ({ page }) => {
  await visit(page, "/problems");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the page" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
});

test("the palette leads to a page and to a recent run", async ({ app, page }) => {
  const run = await finishedRun(app, { name: "Found by the palette", problemCount: 1 });
  await visit(page, "/");
  const palette = page.getByRole("dialog", { name: "Go to" });
  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("catalogue");
  await expect(palette.getByRole("option", { selected: true })).toHaveText("Models");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/models$/);
  await expect(palette).toBeHidden();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("by the palette");
  await expect(palette.getByRole("option", { selected: true })).toContainText(run.name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/runs/${run.id}$`));
  await expect(page.getByRole("heading", { level: 1, name: run.name })).toBeVisible();

  await page.keyboard.press("Control+k");
  await expect(palette).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
});

test("a run is launched and cancelled by keyboard alone", async ({ app, page }) => {
  const name = "Typed, not clicked";
  await visit(page, "/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("new run");
  await expect(page.getByRole("option", { selected: true })).toHaveText("New run");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "New run" })).toBeVisible();

  await tabTo(page, page.getByRole("textbox", { name: "Name" }));
  await page.keyboard.press("Control+a");
  await page.keyboard.type(name);
  const policy = page.getByRole("combobox", { name: "Policy" });
  await tabTo(page, policy);
  await page.keyboard.type(MODELS.slow.name);
  await expect(policy).toHaveValue(MODELS.slow.id);
  const set = page.getByRole("combobox", { name: "Problem set" });
  await tabTo(page, set);
  await page.keyboard.type(STARTER.name);
  await expect(set).toHaveValue(setNamed(app, STARTER.name).id);
  const count = page.getByRole("textbox", { name: "Problems" });
  await tabTo(page, count);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("40");
  await tabTo(page, page.getByRole("button", { name: "Start the run" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const row = app.db.select().from(runs).where(eq(runs.name, name)).get();
  expect(row).toMatchObject({ policyModelId: MODELS.slow.id, problemCount: 40 });

  await tabTo(page, page.getByRole("button", { name: "Cancel" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "Cancel this run?" });
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole("button", { name: "Cancel the run" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("cancelled", { exact: true })).toBeVisible();
  await expectStatus(app, row?.id ?? "", "cancelled");
});

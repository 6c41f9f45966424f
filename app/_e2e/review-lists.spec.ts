import { and, count, eq } from "drizzle-orm";
import { campaignItems, reviewCampaigns, reviewGuidelines, reviewItems, reviewStanding } from "@/db/schema";
import { addActor } from "@/server/accounts/testing/actors";
import { systemClock } from "@/server/foundation/clock";
import { saveGuidelines } from "@/server/review/desk/guidelines.service";
import { fillItems } from "@/server/review/testing/fill-items";
import { expect } from "./fixtures/app";
import { expectNoBarriers } from "./fixtures/barriers";
import { testOn } from "./fixtures/own-app";
import type { RunningApp } from "./fixtures/running-app";
import { visit } from "./fixtures/visit";

const EVERYTHING = "camp_all";

const test = testOn((db) => {
  fillItems(db, { items: 120, now: systemClock.now() });
});

/** How many rows a query finds. */
const one = (rows: readonly { readonly n: number }[]): number => rows[0]?.n ?? 0;

const standing = ({ db }: RunningApp): number =>
  one(db.select({ n: count() }).from(reviewStanding).where(eq(reviewStanding.verdict, "accept")).all());

test("filters stand in the address, outlive a reload, and can be kept as a view", async ({ app, page }) => {
  const hard = and(eq(reviewItems.kind, "correction"), eq(reviewItems.bucket, "hard"));
  const found = one(app.db.select({ n: count() }).from(reviewItems).where(hard).all());
  expect(found).toBeGreaterThan(1);
  const words = new RegExp(`^${found} items$`);
  await visit(page, "/review/items");
  await page.getByRole("combobox", { name: "Kind" }).selectOption("correction");
  await page.getByRole("combobox", { name: "Bucket" }).selectOption("hard");
  await expect(page.getByText(words)).toBeVisible();
  await expect(page).toHaveURL(/kind=correction/);
  await expect(page).toHaveURL(/bucket=hard/);
  await page.reload();
  await expect(page.getByText(words)).toBeVisible();

  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByRole("textbox", { name: "Save this view as" }).fill("Hard corrections");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const view = page
    .getByRole("list", { name: "Saved views" })
    .getByRole("link", { name: "Hard corrections" });
  await expect(view).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Take all away" }).click();
  await expect(page).not.toHaveURL(/kind=/);
  await page.getByRole("button", { name: "Saved views" }).click();
  await view.click();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Bucket" })).toHaveValue("hard");

  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const focused = page.locator("[data-item]:focus");
  const number = await focused.getAttribute("data-item");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/review/items/${number}\\?.*bucket=hard`));
});

test("a bulk act changes what its preview says; one undo takes it back, also after a reload", async ({
  app,
  page,
}) => {
  const found = one(
    app.db.select({ n: count() }).from(reviewItems).where(eq(reviewItems.kind, "correction")).all(),
  );
  await visit(page, `/review/items?campaign=${EVERYTHING}&kind=correction`);
  const boxes = page.getByRole("checkbox", { name: /^Select item/ });
  await boxes.nth(0).click();
  await boxes.nth(2).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "Selected items" });
  await expect(bar).toContainText("3 items selected");
  await bar.getByRole("button", { name: `Select all ${found} that match` }).click();
  await bar.getByRole("button", { name: "Accept" }).click();
  const dialog = page.getByRole("dialog", { name: "Accept many items" });
  await expect(dialog).toContainText(`This will change ${found} items.`);
  await dialog.getByRole("checkbox", { name: "Incomplete" }).click();
  await dialog.getByRole("textbox", { name: "Note" }).fill("All of one kind");
  await dialog.getByRole("button", { name: `Accept ${found} items` }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => standing(app)).toBe(found);

  await visit(page, "/review/history");
  const act = page
    .getByRole("list", { name: "Acts" })
    .getByRole("listitem")
    .filter({ hasText: `Accepted ${found} items` })
    .last();
  await act.getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => standing(app)).toBe(0);
  await page.reload();
  await expect(act.getByText("undone", { exact: true })).toBeVisible();
  await act.getByRole("button", { name: /^Redo/ }).click();
  await expect.poll(() => standing(app)).toBe(found);
});

test("a blind campaign is opened with its items counted beforehand, and says why bulk is off", async ({
  app,
  page,
}) => {
  const pairs = one(
    app.db.select({ n: count() }).from(reviewItems).where(eq(reviewItems.kind, "pair")).all(),
  );
  await visit(page, "/review");
  await page.getByRole("link", { name: "New campaign" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Pilot");
  await page.getByRole("combobox", { name: "Kind" }).selectOption("pair");
  await page.getByRole("switch", { name: "Blind" }).click();
  await page.getByRole("textbox", { name: "Overlap" }).fill("2");
  await expect(page.getByText(`${pairs} items now, ${2 * pairs} decisions.`)).toBeVisible();
  await page.getByRole("button", { name: "Open the campaign" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pilot" })).toBeVisible();
  const row = app.db.select().from(reviewCampaigns).where(eq(reviewCampaigns.name, "Pilot")).get();
  expect(row).toMatchObject({ blind: true, overlap: 2, filter: { kind: "pair" }, status: "open" });
  const placed = app.db
    .select({ n: count() })
    .from(campaignItems)
    .where(eq(campaignItems.campaignId, row?.id ?? ""))
    .all();
  expect(one(placed)).toBe(pairs);

  await page.getByRole("main").getByRole("link", { name: "Items" }).click();
  await page
    .getByRole("checkbox", { name: /^Select item/ })
    .first()
    .click();
  await expect(page.getByRole("region", { name: "Selected items" })).toContainText("This campaign is blind");
  await expect(page.getByRole("button", { name: "Accept" })).toHaveCount(0);
});

test("guidelines that somebody else saved meanwhile are shown, and never overwritten unseen", async ({
  app,
  page,
}) => {
  await visit(page, `/review/campaigns/${EVERYTHING}?tab=guidelines`);
  const text = page.getByRole("textbox", { name: "Guidelines" });
  await text.fill("# Mine\n\nRead $x^2$ with care.");
  await expect(page.getByRole("region", { name: "Preview" }).locator(".katex")).toHaveCount(1);
  const bea = addActor(app.db, "bea", "runner");
  saveGuidelines(
    { db: app.db, clock: systemClock, actor: bea },
    { campaignId: EVERYTHING, markdown: "# Hers", basedOn: 0 },
  );
  await page.getByRole("button", { name: "Save as version 1" }).click();
  const conflict = page.getByRole("alert").filter({ hasText: "saved version 1" });
  await expect(conflict).toContainText("# Hers");
  await expect(text).toHaveValue("# Mine\n\nRead $x^2$ with care.");
  await conflict.getByRole("button", { name: /^Keep my text/ }).click();
  await page.getByRole("button", { name: "Save as version 2" }).click();
  await expect(page.getByRole("table", { name: "Versions of the guidelines" }).getByRole("row")).toHaveCount(
    3,
  );
  const stored = app.db.select().from(reviewGuidelines).orderBy(reviewGuidelines.version).all();
  expect(stored.map(({ markdown }) => markdown)).toEqual(["# Hers", "# Mine\n\nRead $x^2$ with care."]);
});

test("no list page of review has a barrier, in light, dark or on a phone", async ({ page }) => {
  test.slow();
  for (const address of [
    "/review",
    `/review/items?campaign=${EVERYTHING}&kind=pair&text=the`,
    "/review/items?text=nothing-has-this-word",
    "/review/campaigns/new",
    `/review/campaigns/${EVERYTHING}`,
    `/review/campaigns/${EVERYTHING}?tab=guidelines`,
    `/review/campaigns/${EVERYTHING}?tab=gold`,
    `/review/campaigns/${EVERYTHING}?tab=settings`,
    "/review/campaigns/reasons",
    "/review/history",
  ]) {
    await visit(page, address);
    await expectNoBarriers(page);
  }
});

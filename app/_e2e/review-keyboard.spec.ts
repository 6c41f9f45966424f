import { AxeBuilder } from "@axe-core/playwright";
import { reviewDecisions, userPreferences } from "@/db/schema";
import { NEXT_DRAWN } from "@/components/review/item/measure-next";
import { expect } from "./fixtures/app";
import { expectNoBarriers } from "./fixtures/barriers";
import { testOn } from "./fixtures/own-app";
import {
  actsOf,
  decidedItems,
  expectItems,
  itemInView,
  nextInView,
  seedRun,
  startWork,
} from "./fixtures/review";

const test = testOn(seedRun(30));

/** What is pressed on one item, and the verdict that it comes to. */
const MOVES = [
  { keys: ["a"], verdict: "accept" },
  { keys: ["2", "Shift+Digit1", "x"], verdict: "reject" },
  { keys: ["w", "1", "s"], verdict: "swap" },
  { keys: ["n", "s a x", "Escape", "t"], verdict: "tie" },
  { keys: ["k"], verdict: "skip" },
] as const;

const ITEMS = 50;

test("fifty items without a mouse, taken back after a reload", async ({ app, page }) => {
  test.setTimeout(240_000);
  await expectItems(app, ITEMS + 5);
  let number = await startWork(page);
  const seen: number[] = [];
  for (let index = 0; index < ITEMS; index++) {
    seen.push(number);
    for (const key of MOVES[index % MOVES.length]?.keys ?? []) {
      if (key.includes(" ")) await page.keyboard.type(key);
      else await page.keyboard.press(key);
    }
    number = await nextInView(page, number);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  }
  expect(new Set(seen).size).toBe(ITEMS);
  await expect.poll(() => actsOf(app).length).toBe(ITEMS);
  const decisions = app.db.select().from(reviewDecisions).orderBy(reviewDecisions.seq).all();
  expect(decisions.map(({ itemNumber }) => itemNumber)).toEqual(seen);
  expect(decisions.map(({ verdict }) => verdict)).toEqual(
    seen.map((_, index) => MOVES[index % MOVES.length]?.verdict),
  );
  expect(decisions.filter(({ note }) => note === "s a x")).toHaveLength(ITEMS / MOVES.length);
  expect(decisions.filter(({ reasons }) => reasons.length === 1)).toHaveLength(ITEMS / MOVES.length);

  const drawn = await page.evaluate(
    (name) => performance.getEntriesByName(name).map(({ duration }) => duration),
    NEXT_DRAWN,
  );
  const sorted = drawn.toSorted((a, b) => a - b);
  const at = (share: number) => `${Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)} ms`;
  test.info().annotations.push({ type: "decision to next item drawn", description: `${drawn.length} times` });
  process.stdout.write(
    `decision to next item drawn, ${drawn.length} times: median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}\n`,
  );

  await test.step("undo and redo, after a reload too", async () => {
    const last = seen.at(-2) ?? 0;
    await page.reload();
    await itemInView(page);
    await page.keyboard.press("z");
    await expect(page.getByText(`Undid: Skipped item ${seen.at(-1)}.`)).toBeVisible();
    await page.keyboard.press("z");
    await expect(page.getByText(/^Undid: Called a tie/)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/review/items/${last}\\?`));
    expect(decidedItems(app)).not.toContain(last);
    await page.keyboard.press("Shift+Z");
    await expect(page.getByText(/^Did again: Called a tie/)).toBeVisible();
    expect(decidedItems(app)).toContain(last);
  });
});

test("keys can be set, clashes are refused, and typing is no act", async ({ app, page }) => {
  await expectItems(app, 5);
  const first = await startWork(page);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet).toBeVisible();
  await sheet.getByRole("button", { name: /^Accept: the order is right: key a/ }).click();
  await page.keyboard.press("x");
  await expect(sheet.getByRole("alert")).toContainText("That key is taken");
  await sheet.getByRole("button", { name: /^Accept: the order is right: key a/ }).click();
  await page.keyboard.press("q");
  await expect(sheet.getByRole("button", { name: /^Accept: the order is right: key q/ })).toBeVisible();
  await expect
    .poll(() =>
      app.db
        .select()
        .from(userPreferences)
        .all()
        .map(({ value }) => value),
    )
    .toEqual([{ accept: "q" }]);
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.keyboard.press("n");
  await page.keyboard.type("aqx");
  await expect(page.getByLabel("Note")).toHaveValue("aqx");
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.keyboard.press("q");
  await nextInView(page, first);
  await expect.poll(() => actsOf(app).map(({ summary }) => summary)).toEqual([`Accepted item ${first}`]);
});

test("everything by click and touch, with no barrier", async ({ app, page }) => {
  await expectItems(app, 5);
  const first = await startWork(page);
  await expectNoBarriers(page);
  await page.setViewportSize({ width: 360, height: 740 });

  await page
    .getByRole("button", { name: /^Step 1 is the first wrong one/ })
    .first()
    .click();
  await expect(page.getByText(/^First wrong step: step 1/)).toBeVisible();
  await page.getByRole("button", { name: "Incomplete" }).click();
  await page.getByRole("button", { name: "Reference answer is wrong" }).click();
  await expect(page.getByText("You hold that the reference answer is wrong")).toBeVisible();

  await page.getByRole("button", { name: "Edit the right chain" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit the right chain" });
  await dialog
    .getByLabel("Text, one step a paragraph")
    .fill("Step 1: at once.\n\nStep 2: the answer is $\\boxed{-1}$.");
  await dialog.getByRole("button", { name: "Save as a new version" }).click();
  await expect(page.getByRole("button", { name: /^version 1, yours/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.getByRole("button", { name: "Machine" }).click();
  await expect(page.getByRole("region", { name: "What the machine says" })).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole("button", { name: "Guidelines", exact: true }).click();
  await expect(page.getByRole("complementary", { name: "Guidelines" })).toContainText("What you decide");
  await expectNoBarriers(page);
  await page.getByRole("button", { name: "Close the guidelines" }).click();
  await page.getByRole("button", { name: "Reject" }).click();
  await nextInView(page, first);
  await expect.poll(() => actsOf(app).map(({ kind }) => kind)).toEqual(["flag", "edit", "decide"]);
  const [decision] = app.db.select().from(reviewDecisions).all();
  expect(decision?.chosenVersionId ?? decision?.rejectedVersionId).toEqual(expect.any(String));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`Undid: Rejected item ${first}.`)).toBeVisible();
});

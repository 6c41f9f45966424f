import { test } from "@playwright/test";
import { expect } from "./fixtures/app";
import { seedEvaluations, SUMS } from "./fixtures/evaluations";
import { testOn } from "./fixtures/own-app";
import { seedWorkbench } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

testOn(async (db, home) => {
  await seedWorkbench(db, home);
  seedEvaluations(db);
})("two models are chosen, told apart in one sentence, and looked at item by item", async ({ page }) => {
  await visit(page, "/leaderboard/compare");
  const choose = async (label: string, typed: string, name: string): Promise<void> => {
    await page.getByRole("combobox", { name: label, exact: true }).fill(typed);
    await page.getByRole("option", { name: new RegExp(`^${name}`) }).click();
  };
  const verdict = page.getByRole("region", { name: "Verdict" });

  await test.step("by a part of their names, and the address holds the two", async () => {
    await choose("A", "base", "Sphere base");
    await choose("B", "round 2", "Sphere round 2");
    await expect(verdict).toContainText("B is better: it solves");
    await expect(verdict).toContainText("after Holm over 2 benchmarks");
    await page.reload();
    await expect(verdict).toContainText("B is better: it solves");
    await page.getByRole("button", { name: "Swap A and B" }).click();
    await expect(verdict).toContainText("B is worse");
    await page.goBack();
    await expect(verdict).toContainText("B is better");
  });

  await test.step("thirty items carry no claim alone", async () => {
    await page.getByRole("button", { name: "A few sums", exact: true }).click();
    await expect(verdict).toContainText("30 items cannot carry a claim alone");
    await page.getByRole("button", { name: SUMS.name, exact: true }).click();
    await expect(verdict).toContainText("B is better");
  });

  await test.step("each count leads to its items, and those one by one to the model call", async () => {
    const onlyB = page.getByRole("link", { name: /^only B right: \d+ of 120 items$/ });
    const items = /(\d+) of/.exec((await onlyB.getAttribute("aria-label")) ?? "")?.[1] ?? "";
    await onlyB.click();
    await expect(page.getByRole("button", { name: `only B right ${items}` })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await page.getByRole("table", { name: "Items compared" }).getByRole("link").first().click();
    await expect(page.getByText(`1 of ${items}`)).toBeVisible();
    await page.keyboard.press("]");
    await expect(page.getByText(`2 of ${items}`)).toBeVisible();
    await page.keyboard.press("[");
    await expect(page.getByText(`1 of ${items}`)).toBeVisible();
    await expect(page.getByText("Reference answer")).toBeVisible();
    await page.getByRole("link", { name: "Model call" }).first().click();
    await page.waitForURL(/\/evaluations\/.+\/calls\//);
  });

  await test.step("a base stands against all that was trained from it", async () => {
    await visit(page, "/leaderboard/compare?a=model_base");
    await choose("B", "all", "All checkpoints trained from Sphere base");
    await expect(page.getByText(/^Of 4 comparisons/)).toBeVisible();
    await expect(page.getByRole("table", { name: "Checkpoints against the base" })).toContainText(
      "Sphere round 1",
    );
  });

  await test.step("what may not be compared is told, with what to do about it", async () => {
    await visit(page, "/leaderboard/compare?a=model_base&b=model_stranger");
    await expect(page.getByText("The evaluation of B is paused, with 12 of 30 items done")).toBeVisible();
    await expect(page.getByRole("link", { name: "See the evaluation of B" })).toBeVisible();
    await page.goto("/leaderboard/compare/items?a=model_base&b=model_stranger");
    await expect(page).toHaveURL(/\/leaderboard\/compare\?a=model_base&b=model_stranger/);
  });
});

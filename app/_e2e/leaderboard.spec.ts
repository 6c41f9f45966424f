import fs from "node:fs";
import { test } from "@playwright/test";
import { expect } from "./fixtures/app";
import { expectNoBarriers } from "./fixtures/barriers";
import { seedEvaluations, SUMS } from "./fixtures/evaluations";
import { testOn } from "./fixtures/own-app";
import { seedWorkbench } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

testOn(async (db, home) => {
  await seedWorkbench(db, home);
  seedEvaluations(db);
})(
  "the leaderboard ranks what was measured alike, tells the rest apart, and gives it all as files",
  async ({ page }) => {
    await visit(page, "/leaderboard");
    const table = page.getByRole("table", { name: "Leaderboard" });
    const row = (name: string) => table.getByRole("row").filter({ hasText: name });

    await test.step("a best is called one only where there are items enough, and work in progress is marked", async () => {
      await expect(row("Sphere round 2")).toContainText("best");
      await expect(row("A stranger")).toContainText("paused, 12 of 30");
      await expect(page.getByText("30 items cannot carry a claim")).toBeVisible();
      await expect(page.getByText("Sphere round 2 is the best")).toBeVisible();
    });

    await test.step("other items stand apart, and can be ranked for themselves", async () => {
      await expect(page.getByText("other items")).toBeVisible();
      await page.getByRole("button", { name: /^Rank this group/ }).click();
      await expect(page).toHaveURL(/groups=/);
      await expect(row("Sphere base")).toContainText("40 of 120, seed 0");
      await expect(row("Sphere round 2")).toContainText("apart: other items");
      await page.goBack();
      await expect(row("Sphere round 2")).toContainText("best");
    });

    await test.step("sorting and filters are in the address", async () => {
      await table.getByRole("button", { name: SUMS.name }).click();
      await page.getByRole("checkbox", { name: "One by one" }).click();
      await expect(table.getByRole("row").nth(1)).toContainText("Sphere round 2");
      await page.getByLabel("Text").fill("round 1");
      await expect(table.getByRole("row")).toHaveCount(2);
      await expect(page).toHaveURL(/q=round/);
      await page.reload();
      await expect(page.getByLabel("Text")).toHaveValue("round 1");
      await expect(table.getByRole("row")).toHaveCount(2);
      await page.getByLabel("Text").fill("");
      await expect(table.getByRole("row")).toHaveCount(5);
    });

    await test.step("a picture is a table at a click, and its numbers are a file", async () => {
      await page.getByLabel("Benchmark of the pictures").selectOption({ label: SUMS.name });
      await page.getByRole("button", { name: "pass@k as a table" }).click();
      await expect(page.getByRole("table", { name: "pass@k" })).toContainText("Sphere base");
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "pass@k as a CSV file" }).click();
      const csv = fs.readFileSync(await (await download).path(), "utf8");
      // Four models at k = 1, 2, 4 under the names of the columns.
      expect(csv.trim().split("\r\n")).toHaveLength(1 + 4 * 3);
    });

    await test.step("the table is a file with the filters of the page", async () => {
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "Table as JSON" }).click();
      const lines: unknown = JSON.parse(fs.readFileSync(await (await download).path(), "utf8"));
      expect(lines).toHaveLength(9);
    });

    await test.step("two models are picked to be compared", async () => {
      await page.getByRole("checkbox", { name: "Compare Sphere base" }).click();
      await page.getByRole("checkbox", { name: "Compare Sphere round 2" }).click();
      await expect(page.getByRole("link", { name: "Compare the two models" })).toHaveAttribute(
        "href",
        "/leaderboard/compare?a=model_base&b=model_round-2",
      );
    });

    await expectNoBarriers(page);
  },
);

testOn(seedWorkbench)("before the first number the page says what to do", async ({ page }) => {
  await visit(page, "/leaderboard");
  await expect(page.getByText("No benchmark yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "Go to the problems" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Published, other harness" })).toContainText("GPT-4o");
  await expectNoBarriers(page);
});

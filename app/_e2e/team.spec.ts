import { expect } from "./fixtures/app";
import { expectNoBarriers } from "./fixtures/barriers";
import { testOn } from "./fixtures/own-app";
import { seedWorkbench } from "./fixtures/seed";
import { seedTeam, TEAM_CAMPAIGN, TEAM_ITEMS } from "./fixtures/team";
import { visit } from "./fixtures/visit";

const test = testOn(async (db, home) => {
  await seedWorkbench(db, home);
  seedTeam(db);
});

test("what the team learns: figures, tables for every chart, by keyboard, filtered in the address", async ({
  page,
}) => {
  await visit(page, "/review/team");
  const made = page.getByRole("region", { name: "What the figures are made of" });
  await expect(made).toContainText(String(3 * TEAM_ITEMS));

  await test.step("a chart is a table at a key", async () => {
    const toggle = page.getByRole("button", { name: "Krippendorff's alpha as a table" });
    await toggle.focus();
    await page.keyboard.press("Enter");
    await expect(toggle).toHaveAttribute("aria-pressed", "true");
    const row = page
      .getByRole("table", { name: "Krippendorff's alpha" })
      .getByRole("row", { name: /^all together/ });
    await expect(row).toContainText(String(TEAM_ITEMS));
    await expect(row).toContainText(/0\.\d\d to 0\.\d\d/);
    await page.keyboard.press("Enter");
    await expect(toggle).toHaveAttribute("aria-pressed", "false");
  });

  await test.step("an administrator sees who differs from whom", async () => {
    await page.getByLabel("Two people", { exact: true }).selectOption({ label: "Ben and Cy" });
    const table = page.getByRole("table", { name: "What Ben and Cy said" });
    await expect(table.getByRole("row")).toHaveCount(5);
    await expect(page.getByRole("table", { name: "Decisions and pace" })).toContainText("Ana");
  });

  await test.step("every chart keeps its numbers as a table, in light, dark and on a phone", async () => {
    await expectNoBarriers(page);
    const toggles = page.getByRole("button", { name: /as a table$/ });
    for (const toggle of await toggles.all()) await toggle.click();
    await expectNoBarriers(page);
  });

  await test.step("a filter goes into the address, and nothing found says where to go on", async () => {
    await page.getByLabel("Campaign").selectOption({ label: TEAM_CAMPAIGN });
    await expect(page).toHaveURL(/campaign=/);
    await expect(made).toContainText(String(3 * TEAM_ITEMS));
    await page.getByLabel("Campaign").selectOption({ label: "Everything" });
    await expect(page.getByText("No decisions here")).toBeVisible();
    await page.getByRole("link", { name: "See all decisions" }).click();
    await expect(made).toBeVisible();
  });
});

testOn(seedWorkbench)("before the first decision the page says what it will show", async ({ page }) => {
  await visit(page, "/review/team");
  await expect(page.getByText("No decisions yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "Go to the campaigns" })).toBeVisible();
  await expectNoBarriers(page);
});

import { expect, test } from "./fixtures/app";
import { finishedRun } from "./fixtures/runs";
import { visit } from "./fixtures/visit";
import { PRESETS } from "@/components/runs/launch/presets";

test("two runs of the list stand beside each other, with what differs and what came of them", async ({
  app,
  page,
}) => {
  const config = PRESETS.quick.config;
  const few = await finishedRun(app, { name: "Few samples", problemCount: 4, config });
  const many = await finishedRun(app, {
    name: "Many samples",
    problemCount: 4,
    config: { ...config, rootSamples: 6, iterations: 20 },
  });
  await visit(page, "/runs");
  await page.getByRole("checkbox", { name: `Compare ${few.name}` }).click();
  await expect(page.getByText("pick the one to set beside it")).toBeVisible();
  await page.getByRole("checkbox", { name: `Compare ${many.name}` }).click();
  await page.getByRole("link", { name: "Compare the two runs" }).click();
  await page.waitForURL(/\/runs\/compare\?/);

  const settings = page.getByRole("table", { name: "Settings that differ" });
  await expect(settings.getByRole("row")).toHaveText([/Setting/, /Solutions per problem.*4.*6/]);
  await expect(page.getByText("1 more setting that neither run reads")).toBeVisible();
  const outcomes = page.getByRole("table", { name: "Outcomes" });
  await expect(outcomes.getByRole("row", { name: /^Generated tokens/ })).toContainText(
    few.generatedTokens.toLocaleString("en-GB"),
  );
  await expect(page.getByRole("region", { name: "What cannot be compared" })).toHaveCount(0);

  await page.getByRole("button", { name: "Swap A and B" }).click();
  await expect(settings.getByRole("row").nth(1)).toHaveText(/Solutions per problem.*6.*4/);
  await expect(page).toHaveURL(new RegExp(`a=${many.id}&b=${few.id}`));
});

test("runs over other problems are compared with a word of warning", async ({ app, page, places }) => {
  const other = await finishedRun(app, { name: "Other problems", problemCount: 1, seed: 7 });
  await visit(page, `/runs/compare?a=${places.runId}&b=${other.id}`);
  await expect(page.getByRole("region", { name: "What cannot be compared" })).toContainText("They share");
});

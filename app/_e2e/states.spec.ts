import { problemSets } from "@/db/schema";
import { expect, test } from "./fixtures/app";
import { setNamed } from "./fixtures/runs";
import { STARTER } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

test("what cannot be read says so, and is read at the next try", async ({ app, page }) => {
  const { id } = setNamed(app, STARTER.name);
  await visit(page, `/problems/${id}`);
  let refused = 0;
  await page.route(/\/api\/trpc\/[^?]*problems\.list/, async (route) => {
    refused += 1;
    await route.abort();
  });
  await page.getByRole("searchbox", { name: "Text" }).fill("how");
  const alert = page.getByRole("alert").filter({ hasText: "The problems could not be read" });
  await expect(alert).toBeVisible();
  expect(refused).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { level: 1, name: STARTER.name })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Answer" })).toHaveCount(0);

  await page.unrouteAll();
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(alert).toBeHidden();
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "Answer" })).not.toHaveCount(0);
});

test("one lost request heals without a word", async ({ app, page }) => {
  const { id } = setNamed(app, STARTER.name);
  await visit(page, `/problems/${id}`);
  let lost = 0;
  await page.route(
    /\/api\/trpc\/[^?]*problems\.list/,
    async (route) => {
      lost += 1;
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByRole("searchbox", { name: "Text" }).fill("no problem has these words");
  await expect(page.getByText("No problem fits")).toBeVisible();
  await page.getByRole("button", { name: "Show all problems" }).click();
  await expect(page.getByRole("searchbox", { name: "Text" })).toHaveValue("");
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "Answer" })).toHaveCount(
    STARTER.count,
  );
  expect(lost).toBe(1);
});

test("addresses of nothing say so and lead on", async ({ app, page, places }) => {
  const nowhere = [
    ["/runs/run_none", "There is no such run"],
    ["/runs/run_none/pairs", "There is no such run"],
    [`/runs/${places.runId}/problems/prb_none`, "The run has no such problem"],
    ["/calls/call_none", "There is no such model call"],
    ["/problems/set_none", "This page does not exist"],
    [`/problems/${places.setId}/prb_none`, "This page does not exist"],
    ["/nowhere/at/all", "This page does not exist"],
  ] as const;
  const sets = await app.db.$count(problemSets);
  for (const [address, words] of nowhere) {
    await test.step(address, async () => {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(words);
      await expect(page.getByRole("link", { name: /^(See|Go|Back) / }).last()).toBeVisible();
    });
  }
  expect(await app.db.$count(problemSets)).toBe(sets);
});

import { expect, test } from "./fixtures/app";
import { expectStatus, launch } from "./fixtures/runs";
import { visit } from "./fixtures/visit";

test("a run that ends is told on another page, once, and stays unread until it is looked at", async ({
  app,
  page,
}) => {
  await visit(page, "/problems");
  const notices = page.getByRole("button", { name: /^Notices/ });
  await expect(notices).toHaveAccessibleName("Notices");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("sphere.notices"))).toContain('"read":');

  const run = launch(app, { name: "Ends elsewhere", problemCount: 2 });
  await expectStatus(app, run.id, "finished");
  const toast = page.getByRole("listitem").filter({ hasText: `${run.name} has finished` });
  await expect(toast).toBeVisible();
  await expect(notices).toHaveAccessibleName("Notices, 1 unread");
  await expect(page).toHaveTitle(/^\(1\) Problems/);

  await page.reload();
  await expect(notices).toHaveAccessibleName("Notices, 1 unread");
  await expect(page).toHaveTitle(/^\(1\) Problems/);
  await expect(toast).toHaveCount(0);

  await notices.click();
  await page.getByRole("dialog", { name: "Notices" }).getByRole("link", { name: run.name }).click();
  await expect(page).toHaveURL(new RegExp(`/runs/${run.id}$`));
  await expect(notices).toHaveAccessibleName("Notices");
  await expect(page).toHaveTitle(/^Ends elsewhere/);
  await page.reload();
  await expect(notices).toHaveAccessibleName("Notices");
});

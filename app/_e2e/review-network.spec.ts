import { expect } from "./fixtures/app";
import { testOn } from "./fixtures/own-app";
import { actsOf, expectItems, itemInView, nextInView, seedItems, startWork } from "./fixtures/review";

const test = testOn(seedItems(30));
const DECIDE = /\/api\/trpc\/[^?]*review\.decide/;

test("a decision that the network cuts off waits, over a reload, and is sent once", async ({ app, page }) => {
  await expectItems(app, 6);
  const first = await startWork(page);
  await page.route(DECIDE, (route) => route.abort("connectionfailed"));
  await page.keyboard.press("a");
  const second = await nextInView(page, first);
  await expect(page.getByText("1 decision waits for the network")).toBeVisible();
  await page.keyboard.press("x");
  await nextInView(page, second);
  await expect(page.getByText("2 decisions wait for the network")).toBeVisible();
  await page.reload();
  await itemInView(page);
  await expect(page.getByText("2 decisions wait for the network")).toBeVisible();
  expect(actsOf(app)).toEqual([]);
  await page.unroute(DECIDE);
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByText("all 2 that waited are sent")).toBeVisible();
  expect(actsOf(app).map(({ summary }) => summary)).toEqual([
    `Accepted item ${first}`,
    `Rejected item ${second}`,
  ]);
});

test("a decision whose answer is lost on the way back counts once", async ({ app, page }) => {
  await expectItems(app, 6);
  const first = await startWork(page);
  await page.route(
    DECIDE,
    async (route) => {
      await route.fetch();
      await route.abort("connectionfailed");
    },
    { times: 1 },
  );
  await page.keyboard.press("t");
  await nextInView(page, first);
  await expect(page.getByText("what waited is sent")).toBeVisible();
  expect(actsOf(app).map(({ summary }) => summary)).toEqual([`Called a tie: item ${first}`]);
});

test("without a network the item that is here is decided, and undone when it is back", async ({
  app,
  page,
  context,
}) => {
  await expectItems(app, 6);
  const first = await startWork(page);
  await context.setOffline(true);
  await page.keyboard.press("a");
  await nextInView(page, first);
  await expect(page.getByText("1 decision waits for the network")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^Item ${first}\\b`));
  await expect(page.getByText("2 acts wait for the network")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(`Undid: Accepted item ${first}.`)).toBeVisible();
  expect(actsOf(app).map(({ kind }) => kind)).toEqual(["decide", "undo"]);
});

test("what the server refuses stays until it is discarded", async ({ app, page }) => {
  await expectItems(app, 6);
  const first = await startWork(page);
  await page.route(
    DECIDE,
    (route) =>
      route.fulfill({
        status: 409,
        contentType: "application/json",
        body: JSON.stringify([
          {
            error: {
              json: {
                message: "It is full.",
                code: -32_009,
                data: { code: "CONFLICT", httpStatus: 409, fix: "Go on with the next." },
              },
            },
          },
        ]),
      }),
    { times: 1 },
  );
  await page.keyboard.press("a");
  const second = await nextInView(page, first);
  const alert = page.getByRole("alert").filter({ hasText: `accept on item ${first}` });
  await expect(alert).toContainText("It is full. Go on with the next.");
  await expect(alert.getByRole("link", { name: `Item ${first}` })).toBeVisible();
  await page.keyboard.press("x");
  await nextInView(page, second);
  await expect.poll(() => actsOf(app).map(({ summary }) => summary)).toEqual([`Rejected item ${second}`]);
  await page.reload();
  await itemInView(page);
  await alert.getByRole("button", { name: "Discard it" }).click();
  await expect(alert).toHaveCount(0);
});

import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { chains, pairs, reviewItems, reviewStanding } from "@/db/schema";
import { eq, isNotNull } from "drizzle-orm";
import { firstAdministrator } from "@/server/accounts/local-administrator";
import { issueSetUpToken } from "@/server/accounts/one-time-links.service";
import { addActor } from "@/server/accounts/testing/actors";
import { systemClock } from "@/server/foundation/clock";
import { decide } from "@/server/review/acts/decide.service";
import { createCampaign } from "@/server/review/campaigns/campaigns.service";
import { createCampaignSchema } from "@/server/review/campaigns.schema";
import { decideSchema } from "@/server/review/review.schema";
import { saveGuidelines } from "@/server/review/desk/guidelines.service";
import { expect } from "./fixtures/app";
import { expectNoBarriers } from "./fixtures/barriers";
import { testOn } from "./fixtures/own-app";
import { EVERYTHING, decidedItems, itemInView, nextInView, seedItems, startWork } from "./fixtures/review";
import type { RunningApp } from "./fixtures/running-app";
import { visit } from "./fixtures/visit";

const test = testOn(seedItems(40));

async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel("Password").fill("a long password");
}

/** The administrator signs in, and somebody whom they invite as `role` does in a browser of their own. */
async function secondPerson(
  app: RunningApp,
  page: Page,
  as: { readonly browser: Browser; readonly role: string },
): Promise<Page> {
  await visit(page, `/set-up?token=${issueSetUpToken({ db: app.db, clock: systemClock }) ?? "none"}`);
  await fillIn(page, "Ada");
  await page.getByRole("button", { name: "Become the administrator" }).click();
  await expect(page.getByRole("button", { name: "Ada, administrator: account menu" })).toBeVisible();
  await visit(page, "/settings/people");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByRole("dialog").getByLabel("Role").selectOption(as.role);
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("Link of the invitation").inputValue();
  const other = await (await as.browser.newContext({ baseURL: app.url })).newPage();
  await visit(other, link);
  await fillIn(other, "Bob");
  await other.getByRole("button", { name: "Join" }).click();
  await expect(other.getByRole("button", { name: /^Bob, / })).toBeVisible();
  return other;
}

test("two people at once never have the same item before them", async ({ app, page, browser }) => {
  const other = await secondPerson(app, page, { browser, role: "annotator" });
  const seen: number[] = [];
  let [ada, bob] = await Promise.all([startWork(page), startWork(other)]);
  for (let round = 0; round < 8; round++) {
    seen.push(ada, bob);
    await Promise.all([page.keyboard.press("a"), other.keyboard.press("x")]);
    [ada, bob] = await Promise.all([nextInView(page, ada), nextInView(other, bob)]);
  }
  expect(new Set(seen).size).toBe(seen.length);
  await expect.poll(() => app.db.select().from(reviewStanding).all()).toHaveLength(seen.length);
  expect(decidedItems(app).toSorted((a, b) => a - b)).toEqual(seen.toSorted((a, b) => a - b));

  await test.step("an item that the other has open says so, and is decided on by nobody else", async () => {
    await visit(other, `/review/items/${ada}?campaign=${EVERYTHING}`);
    await expect(other.getByText("Somebody else has this item open now.")).toBeVisible();
    await expect(other.getByRole("region", { name: "Decision" })).toHaveCount(0);
    await other.getByRole("button", { name: "Next item" }).click();
    await nextInView(other, ada);
  });

  await test.step("what a person leaves is free at once", async () => {
    await visit(page, "/review");
    await visit(other, `/review/items/${ada}?campaign=${EVERYTHING}`);
    expect(await itemInView(other)).toBe(ada);
  });
});

test("people who differ make a conflict, which is settled from its queue, blind campaigns too", async ({
  app,
  page,
  browser,
}) => {
  const other = await secondPerson(app, page, { browser, role: "annotator" });
  const actor = { ...firstAdministrator({ db: app.db, clock: systemClock }), role: "admin" as const };
  const campaign = createCampaign(
    { db: app.db, clock: systemClock, actor },
    createCampaignSchema.parse({ name: "Two of us", blind: true, overlap: 2, seed: 1 }),
  );
  const item = await startWork(other, campaign.id);
  await other.keyboard.press("t");
  await nextInView(other, item);
  const cleo = addActor(app.db, "cleo");
  const key = { number: item, campaignId: campaign.id };
  decide(
    { db: app.db, clock: systemClock, actor: cleo },
    decideSchema.parse({ ...key, actId: randomUUID(), choice: "reject" }),
  );
  await visit(page, "/review");
  await page.getByRole("link", { name: "1 conflict" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Conflicts" })).toBeVisible();
  await expect(page.getByText("1 item", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: `Item ${item}`, exact: true }).click();
  await expect(page.getByRole("checkbox", { name: /Settles the conflict/ })).toBeChecked();
  await page.keyboard.press("x");
  await expect
    .poll(() => app.db.select().from(reviewStanding).where(eq(reviewStanding.adjudication, true)).all())
    .toMatchObject([{ itemNumber: item, verdict: "reject" }]);
  await visit(page, `/review/items?campaign=${campaign.id}&state=settled`);
  await expect(page.getByText("1 item", { exact: true })).toBeVisible();
});

test("a reader reads, without a button that decides", async ({ app, page, browser }) => {
  const other = await secondPerson(app, page, { browser, role: "reader" });
  await visit(other, `/review/items/1?campaign=${EVERYTHING}`);
  await expect(
    other.getByText("Your role reads items; deciding on them needs the role annotator."),
  ).toBeVisible();
  await expect(other.getByRole("region", { name: "Both chains" })).toBeVisible();
  await expect(other.getByRole("region", { name: "Decision" })).toHaveCount(0);
  await expect(other.getByRole("button", { name: /first wrong|Edit|Undo/ })).toHaveCount(0);
  await other.keyboard.press("a");
  await visit(other, `/review/work?campaign=${EVERYTHING}`);
  await expect(other.getByRole("main").getByText("Your role reads items")).toBeVisible();
  expect(app.db.select().from(reviewStanding).all()).toEqual([]);
});

test("blind mode hides the order until the decision, and an undo hides it again", async ({ app, page }) => {
  const actor = { ...firstAdministrator({ db: app.db, clock: systemClock }), role: "admin" as const };
  const campaign = createCampaign(
    { db: app.db, clock: systemClock, actor },
    createCampaignSchema.parse({ name: "Blind", blind: true, seed: 3 }),
  );
  const first = await startWork(page, campaign.id);
  const main = page.getByRole("main");
  const machine = page.getByRole("region", { name: "What the machine says" });
  await page.keyboard.press("m");
  await expect(machine).toContainText("This is shown once you have decided");
  await expect(main.getByText(/\b(chosen|rejected|correct|incorrect|wrong chain|repaired)\b/)).toHaveCount(0);
  await expect(main.getByRole("link", { name: /Run|Search tree|chain/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Accept" })).toHaveCount(0);
  await expectNoBarriers(page);
  await page.keyboard.press("d");
  await nextInView(page, first);
  await expect.poll(() => app.db.select().from(reviewStanding).all()).toHaveLength(1);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^Item ${first}\\b`));
  await expect(machine).toContainText("Search tree");
  await expect(page.getByRole("button", { name: "Right", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("z");
  await expect(machine).toContainText("This is shown once you have decided");
});

test("hostile texts harm nothing", async ({ app, page }) => {
  const markup =
    '<script>window.__pwned=1</script><img src="//foreign.example/x" onerror="window.__pwned=2">';
  const latex = "$\\href{javascript:window.__pwned=3}{click}$ \u202Egnp.exe\u202C a\u200Bb ";
  const long = `Step 2: ${"x".repeat(60)} ${latex}`.repeat(2_000);
  const pair = app.db.select().from(pairs).where(isNotNull(pairs.id)).limit(1).get();
  const item = app.db
    .select()
    .from(reviewItems)
    .where(eq(reviewItems.pairId, pair?.id ?? ""))
    .get();
  const number = item?.number ?? 0;
  const steps = { chosen: [`Step 1: ${markup}`, long], rejected: [`Step 1: ${latex}${markup}`, `${long}!`] };
  for (const side of ["chosen", "rejected"] as const) {
    app.db
      .update(chains)
      .set({ steps: steps[side] })
      .where(eq(chains.id, pair?.[`${side}ChainId`] ?? ""))
      .run();
  }
  app.db
    .update(pairs)
    .set({
      prefix: "",
      prefixSteps: 0,
      level: "solution",
      chosen: steps.chosen.join(""),
      rejected: steps.rejected.join(""),
    })
    .where(eq(pairs.id, pair?.id ?? ""))
    .run();
  const actor = { ...firstAdministrator({ db: app.db, clock: systemClock }), role: "admin" as const };
  saveGuidelines(
    { db: app.db, clock: systemClock, actor },
    {
      campaignId: EVERYTHING,
      basedOn: 0,
      markdown: `# Guide ${markup}\n\n[click](javascript:window.__pwned=4) ![x](//foreign.example/z.png) $a_1 * b$ ${latex}`,
    },
  );
  const harm: string[] = [];
  page.on("pageerror", (error) => harm.push(error.message));
  page.on("request", (request) => {
    if (request.url().startsWith("http") && new URL(request.url()).origin !== app.url)
      harm.push(request.url());
  });
  await visit(page, `/review/items/${number}?campaign=${EVERYTHING}`);
  await itemInView(page);
  await expect(page.getByText("<script>window.__pwned=1</script>").first()).toBeVisible();
  for (const key of ["m", "r", "r", "g"]) await page.keyboard.press(key);
  await expect(page.getByRole("complementary", { name: "Guidelines" })).toContainText("Guide");
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await expect(page.getByRole("dialog", { name: "Edit the left chain" })).toBeVisible();
  await page.keyboard.press("Escape");
  const planted = await page.evaluate(() => ({
    pwned: "__pwned" in window,
    links: document.querySelectorAll('a[href^="javascript:" i], a[href*="foreign.example"]').length,
    images: document.querySelectorAll('img, script[src*="foreign"], iframe, object, embed').length,
    overflow: document.scrollingElement === null || document.scrollingElement.scrollWidth > window.innerWidth,
  }));
  expect(planted).toEqual({ pwned: false, links: 0, images: 0, overflow: false });
  await page.keyboard.press("x");
  await nextInView(page, number);
  expect(harm).toEqual([]);
});

import http from "node:http";
import { desc, eq } from "drizzle-orm";
import type { Browser, Page } from "@playwright/test";
import { auditLog, invitations, runs, users } from "@/db/schema";
import { issueSetUpToken } from "@/server/accounts/one-time-links.service";
import { systemClock } from "@/server/foundation/clock";
import { expect } from "./fixtures/app";
import { expectNoBarriers } from "./fixtures/barriers";
import { testOn } from "./fixtures/own-app";
import type { RunningApp } from "./fixtures/running-app";
import { seedWorkbench } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

const test = testOn(seedWorkbench);

const ADA = { name: "Ada", email: "ada@example.org", password: "a long password" };
const BOB = { name: "Bob", email: "bob@example.org", password: "another password" };

/** The link that the terminal prints, made by code: the next in line takes its place. */
function setUpLink({ db }: RunningApp): string {
  return `/set-up?token=${issueSetUpToken({ db, clock: systemClock }) ?? "none"}`;
}

async function fillIn(page: Page, { name, email, password }: typeof ADA): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
}

async function setUp(app: RunningApp, page: Page): Promise<void> {
  await visit(page, setUpLink(app));
  await fillIn(page, ADA);
  await page.getByRole("button", { name: "Become the administrator" }).click();
  await expect(page.getByRole("button", { name: "Ada, administrator: account menu" })).toBeVisible();
}

/** A browser of somebody else, who has no cookie. */
async function otherPage(browser: Browser, app: RunningApp): Promise<Page> {
  return (await browser.newContext({ baseURL: app.url })).newPage();
}

/** Sends a change as a page of the app would. */
function launchFrom(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const response = await fetch("/api/trpc/runs.launch", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ json: {} }),
    });
    return response.status;
  });
}

test("from a link in the terminal to a second person who comes and goes", async ({ app, page, browser }) => {
  await test.step("on this machine it works at once, and inviting asks for a password first", async () => {
    await visit(page, "/settings/people");
    await expect(page.getByText("First, a password of your own")).toBeVisible();
    await expect(page.getByRole("button", { name: "Invite somebody" })).toHaveCount(0);
  });

  await test.step("the link makes the administrator of whoever was here", async () => {
    await visit(page, setUpLink(app));
    await expectNoBarriers(page);
    await page.getByRole("button", { name: "Become the administrator" }).click();
    await expect(page.getByText("A password has at least 10 characters.")).toBeVisible();
    await setUp(app, page);
    expect(app.db.select().from(users).all()).toMatchObject([
      { id: "user_local", name: "Ada", role: "admin" },
    ]);
  });

  const other = await otherPage(browser, app);
  await test.step("from now on a stranger is led to the sign-in page, and back", async () => {
    await visit(other, "/runs?q=x");
    await expect(other).toHaveURL(`${app.url}/sign-in?return=%2Fruns%3Fq%3Dx`);
    await expectNoBarriers(other);
    expect((await other.request.get("/api/trpc/runs.recent")).status()).toBe(401);
  });

  await visit(page, "/settings/people");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByLabel("For whom").fill("Bob of the lab");
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("Link of the invitation").inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  const invited = page
    .getByRole("table", { name: "Invitations" })
    .getByRole("row", { name: "Bob of the lab" });
  await expect(invited).toContainText("open");
  await expectNoBarriers(page);

  await test.step("the link lets one person in, as annotator, once", async () => {
    expect(link).toMatch(new RegExp(`^${app.url}/join/`));
    await visit(other, link);
    await expect(other.getByText("Ada invites you as annotator")).toBeVisible();
    await expectNoBarriers(other);
    await fillIn(other, BOB);
    await other.getByRole("button", { name: "Join" }).click();
    await expect(other.getByRole("button", { name: "Bob, annotator: account menu" })).toBeVisible();
    await visit(other, link);
    await expect(other.getByText("It was used already")).toBeVisible();
    expect(app.db.select().from(invitations).orderBy(desc(invitations.createdAt)).get()).toMatchObject({
      label: "Bob of the lab",
      usedAt: expect.any(Number),
    });
  });

  await test.step("an annotator launches no run and reads no audit log", async () => {
    await visit(other, "/settings/audit");
    await expect(other.getByText("Administrators only")).toBeVisible();
    await expect(other.getByRole("link", { name: "Audit log" })).toHaveCount(0);
    expect(await launchFrom(other)).toBe(403);
    await visit(other, "/runs/new");
    await expect(other.getByText("This needs the role runner; yours is annotator.")).toBeVisible();
    await visit(other, "/models");
    await expect(other.getByRole("button", { name: /^(Download|Add|Test|Remove)/ })).toHaveCount(0);
    // The administrator is stopped by what they sent, not by who they are.
    expect(await launchFrom(page)).toBe(400);
    expect(app.db.select().from(runs).all()).toEqual([]);
  });

  const remembered = "remembered at last";
  await test.step("who forgot their password takes a new one by a link", async () => {
    await visit(page, "/settings/people");
    await page.getByRole("button", { name: "New password for Bob" }).click();
    const newPassword = await page.getByLabel("Link for Bob's new password").inputValue();
    await page.getByRole("button", { name: "Done" }).click();
    await visit(other, newPassword);
    await expectNoBarriers(other);
    await other.getByLabel("New password").fill(remembered);
    await other.getByRole("button", { name: "Use this password from now on" }).click();
    await expect(other.getByRole("button", { name: "Bob, annotator: account menu" })).toBeVisible();
  });

  await test.step("disabled, they are out at the next click, and stay out", async () => {
    await visit(page, "/settings/people");
    await page.getByRole("button", { name: "Disable Bob" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Disable Bob" }).click();
    const row = page.getByRole("table", { name: "People" }).getByRole("row", { name: "Bob" });
    await expect(row).toContainText("disabled");
    await other.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Runs" }).click();
    await expect(other).toHaveURL(/\/sign-in/);
    await other.getByLabel("E-mail address").fill(BOB.email);
    await other.getByLabel("Password").fill(remembered);
    await other.getByRole("button", { name: "Sign in" }).click();
    await expect(other.getByText("An administrator has disabled this account.")).toBeVisible();
  });

  await test.step("the audit log has it all, with names", async () => {
    await visit(page, "/settings/audit");
    const log = page.getByRole("table", { name: "Audit log" });
    await expect(log.getByRole("row", { name: "Ada disabled somebody" })).toBeVisible();
    await expectNoBarriers(page);
    await page.getByLabel("What").selectOption({ label: "was not let in" });
    await expect(page).toHaveURL(/action=accounts\.signInRefused/);
    await expect(log.getByRole("row")).toHaveCount(2);
    await expect(log.getByRole("row").last()).toContainText(BOB.email);
  });
});

test("signing out and in again leads back, and a changed password ends the others", async ({
  app,
  page,
  browser,
}) => {
  await setUp(app, page);
  const other = await otherPage(browser, app);
  await visit(other, "/settings/account");
  await other.getByLabel("E-mail address").fill("ADA@example.org");
  await other.getByLabel("Password").fill("not the password");
  await other.keyboard.press("Enter");
  await expect(other.getByText("do not go together")).toBeVisible();
  await other.getByLabel("Password").fill(ADA.password);
  await other.keyboard.press("Enter");
  await expect(other).toHaveURL(`${app.url}/settings/account`);

  await visit(page, "/settings/account");
  await expect(page.getByRole("listitem").filter({ hasText: "this browser" })).toHaveCount(1);
  await expectNoBarriers(page);
  await page.getByLabel("Password of now").fill(ADA.password);
  await page.getByLabel("New password").fill("a newer password");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("button", { name: /^Sign out / })).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in\?return=%2Fsettings%2Faccount$/);

  await page.getByRole("button", { name: "Ada, administrator: account menu" }).press("Enter");
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  const last = app.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1).get();
  expect(last).toMatchObject({ actorName: "Ada", action: "accounts.signOut" });
});

test("no other site's page or name reaches the app, not even its one person's", async ({ app, page }) => {
  const { host } = new URL(app.url);
  const ask = (options: http.RequestOptions, body = ""): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const request = http.request(app.url, options, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.once("error", reject);
      request.end(body);
    });
  const cases: readonly (readonly [options: http.RequestOptions, status: number])[] = [
    [{ path: "/" }, 200],
    [{ path: "/", headers: { host: "evil.example" } }, 403],
    [{ path: "/api/trpc/runs.recent", headers: { host: `evil.example:${host}` } }, 403],
    [{ path: "/api/health", headers: { host: "evil.example" } }, 403],
    [{ path: "/api/problems/upload", method: "POST" }, 403],
    [{ path: "/api/problems/upload", method: "POST", headers: { origin: "https://evil.example" } }, 403],
    [{ path: "/api/auth/sign-in/email", method: "POST", headers: { origin: "http://localhost:1" } }, 403],
    [{ path: "/api/trpc/runs.launch", method: "POST", headers: { origin: "null" } }, 403],
    // Its own page is let through to what refuses an upload without a body.
    [{ path: "/api/problems/upload", method: "POST", headers: { origin: app.url } }, 400],
    [{ path: "/api/trpc/runs.recent", headers: { "x-forwarded-for": "203.0.113.5" } }, 401],
  ];
  for (const [options, status] of cases) {
    await test.step(JSON.stringify(options), async () => {
      expect(await ask(options)).toBe(status);
    });
  }
  const upload = {
    path: "/api/problems/upload",
    method: "POST",
    headers: { origin: app.url, "content-type": "application/octet-stream" },
  };
  expect(await ask(upload, '{"problem":"What is 1 + 1?","answer":"2"}')).toBe(200);
  expect(app.db.select().from(auditLog).where(eq(auditLog.action, "problems.upload")).all()).toMatchObject([
    { actorId: "user_local" },
  ]);
  // The page itself still works.
  await visit(page, "/settings/account");
  await page.getByLabel("Name").first().fill("Grace");
  await page.getByRole("button", { name: "Change the name" }).click();
  await expect(page.getByRole("button", { name: "Grace, administrator: account menu" })).toBeVisible();
  expect(app.db.select().from(users).where(eq(users.name, "Grace")).all()).toHaveLength(1);
});

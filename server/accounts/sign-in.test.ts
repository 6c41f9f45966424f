import fs from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditLog, sessions, users } from "@/db/schema";
import { issueSetUpToken } from "./one-time-links.service";
import { ADA, BOB, cookieOf, openAccounts } from "./testing/open-accounts";

let house: ReturnType<typeof openAccounts>;
beforeEach(() => {
  house = openAccounts();
});
afterEach(() => {
  house.close();
});

describe("signing in", () => {
  it("gives a cookie that scripts and other sites do not get", async () => {
    await house.signedInAda();
    const response = await house.signIn("ADA@example.org", ADA.password);
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    const cookie = response.headers.getSetCookie().join("\n");
    expect(cookie).toMatch(/^sphere-[\da-f]{8}\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/; Secure/i);
    expect(await house.whoHas(cookieOf(response))).toMatchObject({ name: "Ada" });
  });

  it("gives a Secure cookie where the app is reached by https", async () => {
    const proxied = openAccounts({ NODE_ENV: "test", SPHERE_ORIGIN: "https://sphere.example.org" });
    const token = issueSetUpToken(proxied.deps) ?? "";
    await proxied.as(null).setUp({ token, ...ADA });
    const response = await proxied.signIn(ADA.email, ADA.password);
    expect(response.headers.getSetCookie().join("\n")).toMatch(/^__Secure-.*; Secure/i);
    proxied.close();
  });

  it("says the same of a wrong password and of nobody, and writes down whose it was", async () => {
    await house.signedInAda();
    const wrong = await house.signIn(ADA.email, "not the password");
    const nobody = await house.signIn("my secret password@example.org".replaceAll(" ", ""), "whatever it is");
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await nobody.text());
    const lines = house.db.select().from(auditLog).where(eq(auditLog.action, "accounts.signInRefused")).all();
    expect(lines.map(({ input }) => input)).toEqual([{ email: ADA.email }, { email: "(nobody's)" }]);
    expect(JSON.stringify(house.db.select().from(auditLog).all())).not.toContain("password@");
  });

  it("is refused after too many tries from one address", async () => {
    await house.signedInAda();
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 25; attempt++) {
      statuses.push((await house.post("/sign-in/email", { email: ADA.email, password: "x" })).status);
    }
    expect(statuses.slice(0, 19)).toEqual(Array.from({ length: 19 }, () => 401));
    expect(statuses.slice(19)).toEqual(Array.from({ length: 6 }, () => 429));
    expect((await house.signIn(ADA.email, ADA.password)).status).toBe(429);
  });

  it("is all that is reached by HTTP: no sign-up, no list, no change", async () => {
    const ada = await house.signedInAda();
    for (const address of [
      "/sign-up/email",
      "/get-session",
      "/list-sessions",
      "/change-password",
      "/update-user",
      "/delete-user",
      "/request-password-reset",
      "/sign-in/social",
      "/sign-in/email/",
    ]) {
      expect((await house.post(address, BOB, ada)).status).toBe(404);
    }
    expect(house.db.select().from(users).all()).toHaveLength(1);
  });

  it("answers nothing to what is too long or no JSON", async () => {
    await house.signedInAda();
    expect((await house.signIn(ADA.email, "x".repeat(5_000))).status).toBe(413);
    expect((await house.post("/sign-in/email", "no object")).status).toBe(400);
  });

  it("ends by signing out", async () => {
    const ada = await house.signedInAda();
    expect(await house.whoHas(ada)).not.toBeNull();
    await house.post("/sign-out", {}, ada);
    expect(await house.whoHas(ada)).toBeNull();
    const actions = house.db.select().from(auditLog).all();
    expect(actions.map(({ action, actorName }) => `${actorName}: ${action}`)).toEqual([
      "nobody signed in: accounts.setUp",
      "Ada: accounts.signIn",
      "Ada: accounts.signOut",
    ]);
  });

  it("is signed by a secret that is made once, for this user's eyes", async () => {
    const ada = await house.signedInAda();
    const file = path.join(house.home, "auth-secret");
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    const [name, value = ""] = ada.split("=");
    const token = decodeURIComponent(value).split(".")[0] ?? "";
    expect(house.db.select().from(sessions).all()).toMatchObject([{ token }]);
    expect(await house.whoHas(`${name}=${token}.${"A".repeat(43)}%3D`)).toBeNull();
    expect(await house.whoHas(`${name}=${token}`)).toBeNull();
  });
});

describe("my account", () => {
  it("has a name that I change", async () => {
    const ada = await house.signedInAda();
    await (await house.with(ada)).rename({ name: " Ada L. " });
    expect(await house.whoHas(ada)).toMatchObject({ name: "Ada L." });
  });

  it("lists my sessions and no one else's, and ends any of them", async () => {
    const ada = await house.signedInAda();
    const bob = await house.signedInBob(ada);
    const elsewhere = cookieOf(await house.signIn(ADA.email, ADA.password));
    const me = await house.with(ada);
    const listed = await me.sessions();
    expect(listed).toHaveLength(2);
    expect(listed.filter(({ current }) => current)).toMatchObject([
      { browser: "Firefox on Linux", address: "127.0.0.1" },
    ]);
    const other = listed.find(({ current }) => !current)?.id ?? "";
    await expect((await house.with(bob)).revokeSession({ sessionId: other })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await me.revokeSession({ sessionId: other });
    expect(await house.whoHas(elsewhere)).toBeNull();
    expect(await house.whoHas(ada)).not.toBeNull();
  });

  it("has a password that is changed by who knows it, which ends every session", async () => {
    const ada = await house.signedInAda();
    const elsewhere = cookieOf(await house.signIn(ADA.email, ADA.password));
    const me = await house.with(ada);
    await expect(
      me.changePassword({ currentPassword: "not this", password: "a new password" }),
    ).rejects.toMatchObject({ cause: { field: "currentPassword" } });
    await me.changePassword({ currentPassword: ADA.password, password: "a new password" });
    expect(await house.whoHas(ada)).toBeNull();
    expect(await house.whoHas(elsewhere)).toBeNull();
    expect((await house.signIn(ADA.email, ADA.password)).status).toBe(401);
    expect((await house.signIn(ADA.email, "a new password")).status).toBe(204);
  });

  it("cannot be guessed at through a session left open", async () => {
    const me = await house.with(await house.signedInAda());
    const guess = () => me.changePassword({ currentPassword: "a guess", password: "a new password" });
    for (let attempt = 0; attempt < 5; attempt++) await expect(guess()).rejects.toThrow("not your password");
    await expect(guess()).rejects.toThrow("Too many tries");
    await expect(
      me.changePassword({ currentPassword: ADA.password, password: "a new password" }),
    ).rejects.toThrow("Too many tries");
    house.pass(60_000);
    await expect(guess()).rejects.toThrow("not your password");
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { invitations, users } from "@/db/schema";
import type { Actor } from "./accounts.schema";
import { findActor } from "./find-actor";
import { issueSetUpToken } from "./one-time-links.service";
import { ADA, BOB, cookieOf, DAY_MS, openAccounts } from "./testing/open-accounts";

let house: ReturnType<typeof openAccounts>;
beforeEach(() => {
  house = openAccounts();
});
afterEach(() => {
  house.close();
});

async function local(): Promise<Actor> {
  const actor = await house.whoHas();
  if (actor === null) throw new Error("Nobody is the laptop's own person.");
  return actor;
}

describe("the one person of a laptop", () => {
  it("needs no password, has a name and is the same one each time", async () => {
    const first = await local();
    expect(first.role).toBe("admin");
    expect(first.name).not.toBe("");
    expect(await local()).toEqual(first);
    expect(await house.as(first).me()).toMatchObject({ name: first.name, role: "admin", signsIn: false });
  });

  it.each<[name: string, headers: Record<string, string>]>([
    ["a foreign name that resolves here", { host: "evil.example:3000", "x-forwarded-for": "127.0.0.1" }],
    ["no name", { "x-forwarded-for": "127.0.0.1" }],
    ["a proxy that carries others", { host: "127.0.0.1:3000", "x-forwarded-for": "203.0.113.5" }],
    ["an unknown address", { host: "127.0.0.1:3000" }],
    ["a made-up cookie from elsewhere", { host: "evil.example", cookie: "sphere.session_token=x.y" }],
  ])("is not meant by %s", async (_name, headers) => {
    expect(await findActor(house.deps, new Headers(headers))).toBeNull();
  });

  it.each<[name: string, settings: NodeJS.ProcessEnv]>([
    ["another address is bound", { NODE_ENV: "test", HOST: "0.0.0.0" }],
    ["a proxy makes it known", { NODE_ENV: "test", SPHERE_ORIGIN: "https://sphere.example.org" }],
  ])("is nobody once %s", async (_name, settings) => {
    const open = openAccounts(settings);
    expect(await open.whoHas()).toBeNull();
    open.close();
  });

  it("takes a password in the page, and signs in from then on", async () => {
    const me = await local();
    await house.as(me).setPassword(ADA);
    expect(await house.whoHas()).toBeNull();
    const cookie = cookieOf(await house.signIn(ADA.email, ADA.password));
    expect(await house.whoHas(cookie)).toMatchObject({ id: me.id, name: "Ada", role: "admin" });
    await expect(house.as(me).setPassword(BOB)).rejects.toThrow("has a password already");
  });

  it("invites nobody before they have a password, and is told how to get one", async () => {
    await expect(house.as(await local()).invite({ role: "reader" })).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { fix: expect.stringContaining("Settings, Your account") },
    });
    expect(house.db.select().from(invitations).all()).toEqual([]);
  });
});

describe("the set-up link", () => {
  it("names the laptop's person and keeps their row, once", async () => {
    const before = await local();
    const token = house.setUpToken();
    expect(await house.as(null).link({ token })).toMatchObject({ state: "open", kind: "set-up" });
    await house.as(null).setUp({ token, ...ADA, email: " Ada@Example.ORG " });
    expect(house.db.select().from(users).all()).toMatchObject([
      { id: before.id, name: "Ada", email: "ada@example.org", role: "admin" },
    ]);
    expect(await house.as(null).link({ token })).toMatchObject({ state: "used", kind: null });
    await expect(house.as(null).setUp({ token, ...BOB })).rejects.toThrow("used already");
    expect(issueSetUpToken(house.deps)).toBeNull();
  });

  it("is replaced by that of the next start, and ends after a day", async () => {
    const old = house.setUpToken();
    const token = house.setUpToken();
    expect(await house.as(null).link({ token: old })).toMatchObject({ state: "revoked" });
    await expect(house.as(null).setUp({ token: old, ...ADA })).rejects.toThrow("taken back");
    house.pass(DAY_MS);
    await expect(house.as(null).setUp({ token, ...ADA })).rejects.toThrow("too old");
    expect(await house.whoHas()).not.toBeNull();
  });

  it("is kept as a hash, and is no invitation", async () => {
    const token = house.setUpToken();
    expect(JSON.stringify(house.db.select().from(invitations).all())).not.toContain(token);
    await expect(house.as(null).join({ token, ...ADA })).rejects.toThrow("for something else");
    await expect(house.as(null).setUp({ token: "made up", ...ADA })).rejects.toThrow("no such link");
  });

  it("names the field of what is no name, address or password", async () => {
    const token = house.setUpToken();
    for (const [field, wrong] of [
      ["password", "short"],
      ["email", "nowhere"],
      ["name", " "],
    ] as const) {
      await expect(house.as(null).setUp({ token, ...ADA, [field]: wrong })).rejects.toThrow(
        new RegExp(`"${field}"`),
      );
    }
  });
});
